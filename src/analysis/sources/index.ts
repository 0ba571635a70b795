import type { Span } from '../contract';
import type {
  AttributedMentions,
  Mention,
  ParagraphAttribution,
  ParagraphMentions,
  ParagraphQuotation,
  Syntax,
  Token,
} from '../paragraph';
import { linkAppositions } from './appositions';
import { Drafts } from './attributed';
import { containment } from './containment';
import { readSentence, type Draft, type Reading } from './drafts';
import { classify, isTitleCase } from './phrases';
import { findTerms } from './terms';

/**
 * Finds every mention of an actor in one paragraph and reads off what each says about its actor.
 *
 * @param syntax the paragraph
 * @param attributions what was found in it: each source, via and channel gets a mention
 * @param quotations the paragraph's quotations, to tell quoted words from the journalist's
 * @returns mentions with offsets relative to the paragraph
 */
export function findMentions(
  syntax: Syntax,
  attributions: readonly ParagraphAttribution[],
  quotations: readonly ParagraphQuotation[],
): ParagraphMentions {
  const titleCase = isTitleCase(syntax.tokens);
  const reading: Reading = { syntax, classes: classify(syntax, titleCase), titleCase };
  const drafts = new Drafts(
    reading,
    syntax.sentences.map((range, sentence) => {
      const found = readSentence(reading, range, sentence);
      markNested(found);
      linkAppositions(syntax.tokens, found, range.to);
      return found;
    }),
  );
  const chosen = attributions.map(({ source, via, channel }) => {
    const draft = source && drafts.use(source);
    if (draft) draft.subject = true;
    return {
      source: draft,
      via: via.map(({ mention }) => drafts.use(mention)),
      channel: channel.map(mention => drafts.use(mention)),
    };
  });
  attachTerms(syntax, drafts, attributions);

  const kept = drafts.all
    .filter(draft => !draft.open || drafts.used.has(draft))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const places = new Map(kept.map((draft, index) => [draft, index]));
  const indexOf = (draft: Draft | null): number | null => (draft && places.get(draft)) ?? null;
  return {
    mentions: toMentions(syntax, drafts, kept, indexOf, attributions, quotations),
    attributed: chosen.map(({ source, via, channel }): AttributedMentions => ({
      source: indexOf(source),
      via: via.map(indexOf),
      channel: channel.map(indexOf),
    })),
  };
}

function markNested(drafts: readonly Draft[]): void {
  let outer: Draft | null = null;
  for (const draft of [...drafts].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (outer && draft.to <= outer.to) draft.nested = true;
    else if (!draft.nested) outer = draft;
  }
}

/**
 * Gives each term of anonymity to the unnamed mention before it in its sentence, or else to the one after it; where the
 * sentence only refers back ("They spoke on condition of anonymity"), to the source that it refers to.
 */
function attachTerms(
  { text, tokens, sentences }: Syntax,
  drafts: Drafts,
  attributions: readonly ParagraphAttribution[],
): void {
  const { used } = drafts;
  const cues = attributions.flatMap(({ cue }) => cue).sort((a, b) => a.start - b.start);
  let passed = 0;
  let spoken: Draft | null = null;
  sentences.forEach((range, sentence) => {
    const end = tokens[range.to - 1]?.end ?? 0;
    const start = passed;
    while ((cues[passed]?.start ?? Infinity) < end) passed++;
    const here = drafts.ofSentence(sentence);
    const able = here.filter(isAble(used));
    const terms = able.length > 0 || spoken ? findTerms(text, tokens, range, cues.slice(start, passed)) : [];
    for (const { kind, from, to } of terms) {
      const beside = kind === 'basis' ? here.filter(draft => isBeside(tokens, draft, from)) : [];
      // "Hale, close to tears": with nobody unnamed beside it, it is no basis, unless it begins as a clause does
      if (kind === 'basis' && (beside.length > 0 || !opensClause.test(tokens[from]?.lower ?? '')))
        if (!beside.some(draft => able.includes(draft))) continue;
      const before = able.filter(draft => draft.core <= from && (!draft.nested || used.has(draft)));
      const near =
        beside.findLast(draft => able.includes(draft)) ??
        before.findLast(draft => used.has(draft)) ??
        before.findLast(draft => draft.form === 'description') ??
        able.find(draft => draft.from >= to && used.has(draft)) ??
        before.at(-1);
      const target: Draft | null | undefined = spoken && refersTo(near, spoken) ? spoken : near;
      if (!target) continue;
      const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
      for (const draft of [target, ...here.filter(({ members }) => members.includes(target))])
        draft.anonymity = { ...draft.anonymity, [kind]: [...draft.anonymity[kind], span] };
    }
    const speaker = here.findLast(draft => used.has(draft) && draft.form !== 'pronoun');
    if (speaker) spoken = isAble(used)(speaker) ? speaker : null;
  });
}

const isAble =
  (used: ReadonlySet<Draft>) =>
  (draft: Draft): boolean =>
    draft.name === null && (used.has(draft) || !draft.open) && /^(?:person|group|unknown)$/u.test(draft.type);

/** "A person familiar with the talks", "an aide, who saw the letter": what says how somebody knows, right behind him. */
const isBeside = (tokens: readonly Token[], draft: Draft, from: number): boolean =>
  draft.form !== 'pronoun' &&
  (draft.core === from || draft.to === from || (draft.to === from - 1 && tokens[draft.to]?.text === ','));
/** "Who saw the letter", "had seen the letter" after a pronoun. */
const opensClause =
  /^(?:who|is|are|was|were|has|have|had|saw|attended|witnessed|reviewed|read|heard|received|took)$/u;

/** May the words that a term stands by mean the source before: a pronoun, "the person", or no words at all? */
function refersTo(draft: Draft | undefined, spoken: Draft): boolean {
  if (!draft) return true;
  if (draft.form === 'pronoun') return draft.type === 'unknown' ? draft.plural : !spoken.plural;
  const again = /^(?:person|individual|source)$/u.test(draft.head) || draft.head === spoken.head;
  return (
    again &&
    draft.modifiers.length === 0 &&
    draft.determination === 'definite' &&
    draft.plural === spoken.plural
  );
}

/** @param kept the drafts that become mentions, in the order of the text */
function toMentions(
  { tokens }: Syntax,
  drafts: Drafts,
  kept: readonly Draft[],
  indexOf: (draft: Draft | null) => number | null,
  attributions: readonly ParagraphAttribution[],
  quotations: readonly ParagraphQuotation[],
): Mention[] {
  const contents = attributions.flatMap(({ content }, index) => content.map(span => ({ ...span, index })));
  const contentAround = containment(contents);
  const speechAround = containment(
    quotations.filter(({ role }) => role === 'speech').map(({ span }) => span),
  );
  const rivals = findRivals(drafts.all, kept);
  return kept.map(draft => {
    const span: Span = { start: tokens[draft.from]?.start ?? 0, end: tokens[draft.to - 1]?.end ?? 0 };
    const content = contents[contentAround(span) ?? -1];
    const quoted = speechAround(span) !== null;
    return {
      span,
      form: draft.form,
      head: draft.head,
      name: draft.name,
      type: draft.type,
      typeEvidence: draft.typeEvidence,
      plural: draft.plural,
      count: draft.count,
      determination: draft.determination,
      modifiers: draft.modifiers,
      calledFor: draft.calledFor,
      roles: draft.roles,
      renames: indexOf(draft.renames),
      members: draft.members.flatMap(member => indexOf(member) ?? []),
      anonymity: draft.anonymity,
      sentence: draft.sentence,
      subject: draft.subject,
      located: draft.located,
      rival: rivals.get(draft) ?? null,
      within: content ? { attribution: content.index, quoted } : null,
    };
  });
}

/** For each "it" and "they", the last thing before it that is no actor: the index of the first mention after that. */
function findRivals(drafts: readonly Draft[], kept: readonly Draft[]): ReadonlyMap<Draft, number> {
  const rivals = new Map<Draft, number>();
  const inOrder = [...drafts].sort((a, b) => a.from - b.from || b.to - a.to);
  const isKept = new Set(kept);
  const last: Record<'one' | 'many', { readonly sentence: number; readonly next: number } | null> = {
    one: null,
    many: null,
  };
  let next = 0;
  for (const draft of inOrder) {
    const number = draft.plural ? 'many' : 'one';
    if (draft.form === 'pronoun' && draft.type !== 'person') {
      const thing = last[number];
      if (thing && thing.sentence >= draft.sentence - 1) rivals.set(draft, thing.next);
    } else if (draft.open && draft.form === 'description') last[number] = { sentence: draft.sentence, next };
    if (isKept.has(draft)) next++;
  }
  return rivals;
}
