import type { CueKind } from '../contract';

/** How a verb takes what is attributed. */
export interface CueVerb {
  readonly lemma: string;
  readonly kind: CueKind;
  /** `clause`: said (that) …; `addressee`: told X (that / to) …; `object`: called the plan a mistake. */
  readonly frame: 'clause' | 'addressee' | 'object';
}

const speechClause =
  'say add announce argue assert claim comment complain concede conclude confirm contend counter declare deny disclose ' +
  'emphasize emphasise estimate explain indicate insist joke lament maintain mention mutter note observe pledge post predict ' +
  'proclaim propose quip recall recount remark reply report respond retort reveal shout signal state stress suggest swear ' +
  'testify tweet vow whisper write yell acknowledge admit allege boast reiterate repeat exclaim recommend demand continue find show';
const speechAddressee = 'tell warn urge ask remind assure inform advise promise notify caution';
const speechObject =
  'call describe accuse criticize criticise praise condemn denounce blame dismiss defend reject welcome';
const otherClause =
  'believe think feel hope expect fear doubt know suspect worry agree wonder imagine assume figure understand';
const otherObject = 'want plan intend support oppose prefer seek consider';

const irregular: Readonly<Record<string, readonly string[]>> = {
  say: ['said'],
  find: ['found'],
  show: ['showed', 'shown'],
  tell: ['told'],
  write: ['wrote', 'written'],
  swear: ['swore', 'sworn'],
  think: ['thought'],
  feel: ['felt'],
  know: ['knew', 'known'],
  seek: ['sought'],
  understand: ['understood'],
};

const doubled = /^(?:admit|quip|plan|prefer)$/u;

export function inflections(lemma: string): string[] {
  const y = /[^aeiou]y$/u.test(lemma);
  const stem = y ? lemma.slice(0, -1) : lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  const final = doubled.test(lemma) ? lemma + lemma.slice(-1) : stem;
  const third = y ? `${stem}ies` : /(?:s|sh|ch|x)$/u.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const past = irregular[lemma] ?? [y ? `${stem}ied` : `${final}ed`];
  return [lemma, third, ...past, y ? `${lemma}ing` : `${final}ing`];
}

/** Inflected form → verb. */
export const cueVerbs: ReadonlyMap<string, CueVerb> = new Map(
  (
    [
      [speechClause, 'speech', 'clause'],
      [speechAddressee, 'speech', 'addressee'],
      [speechObject, 'speech', 'object'],
      [otherClause, 'other', 'clause'],
      [otherObject, 'other', 'object'],
    ] as const
  ).flatMap(([lemmas, kind, frame]) =>
    lemmas
      .split(' ')
      .flatMap(lemma => inflections(lemma).map(form => [form, { lemma, kind, frame }] as const)),
  ),
);

/** Verbs that say no more than that something was, or was not, said: with a negation they make no claim. */
export const emptyWhenNegated: ReadonlySet<string> = new Set([
  'comment',
  'elaborate',
  'respond',
  'reply',
  'specify',
]);
