/** Endings of verbs, after compromise, whose own list cannot be reached. */
const endings = {
  Gerund: 'ing',
  Infinitive:
    'ate ize ify age nce ect ise ine ish ace ash ure tch end ack and ute ade ock ite ase ose use ive int nge lay est ain ant ent eed er le unk ung upt en',
  PastTense: 'ept ed lt nt ew ld',
  PresentTense:
    'rks cks nks ngs mps tes zes ers les lls els ils ows nds ays ams ars ops ffs als urs lds ews ips es ts ns',
  Participle: 'ken wn',
};

const tenses = new Map(
  Object.entries(endings).flatMap(([tense, list]) => list.split(' ').map(ending => [ending, tense] as const)),
);

/** The tense of a verb, guessed from its last letters. */
export const tenseOf = (verb: string): string | null =>
  tenses.get(verb.slice(-3)) ?? tenses.get(verb.slice(-2)) ?? (verb.endsWith('s') ? 'PresentTense' : null);
