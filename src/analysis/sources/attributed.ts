import { tokenAt } from '../chains';
import type { Span } from '../contract';
import type { Token, TokenRange } from '../paragraph';
import { partitionPoint } from '../partitionPoint';
import { joint, sourceDraft, type Draft, type Reading } from './drafts';

const byExtent = (a: Draft, b: Draft): number => a.from - b.from || b.core - a.core;
const conjunction = /^(?:and|or|&)$/u;

/** The drafts of a paragraph, by sentence: those that attributions name are looked for in their sentence alone. */
export class Drafts {
  /** Those that an attribution names. */
  readonly used = new Set<Draft>();
  private readonly bySentence: Draft[][];

  /** @param bySentence drafts of each sentence; the finder adds those that nothing was read in */
  constructor(
    private readonly reading: Reading,
    bySentence: readonly (readonly Draft[])[],
  ) {
    this.bySentence = bySentence.map(drafts => [...drafts].sort(byExtent));
  }

  get all(): readonly Draft[] {
    return this.bySentence.flat();
  }

  ofSentence(sentence: number): readonly Draft[] {
    return this.bySentence[sentence] ?? [];
  }

  /** The draft that stands for the words of a source, via or channel; null where these hold no word. */
  use(spans: readonly Span[]): Draft | null {
    const range = this.wordsOf(spans);
    if (!range) return null;
    const draft = this.find(range);
    for (const each of [draft, ...draft.members]) this.used.add(each);
    return draft;
  }

  private wordsOf([first]: readonly Span[]): TokenRange | null {
    const { tokens } = this.reading.syntax;
    if (!first) return null;
    let from = tokenAt(tokens, first.start);
    let to = from;
    while (to < tokens.length && (tokens[to]?.start ?? Infinity) < first.end) to++;
    while (from < to && !/[\p{L}\p{N}]/u.test(tokens[from]?.text ?? '')) from++;
    return from < to ? { from, to } : null;
  }

  private find(range: TokenRange): Draft {
    const { tokens, sentences } = this.reading.syntax;
    const sentence = partitionPoint(sentences, ({ to }) => to <= range.from);
    const drafts = this.bySentence[sentence] ?? [];
    const found = antecedentOf(tokens, drafts, range) ?? holderOf(drafts, range);
    if (found) return found;
    const { from, to } = range;
    // a name may begin before the words that an attribution took for its source
    const inside = drafts.filter(
      draft =>
        draft.from < to &&
        draft.to > from &&
        (draft.from >= from - 1 || (draft.form === 'name' && draft.core === to)),
    );
    const best =
      inside.find(draft => draft.from <= from && !(draft.nested && draft.form === 'pronoun')) ??
      inside.find(draft => !draft.nested && !draft.open) ??
      inside[0];
    if (best) return jointWith(tokens, drafts, inside, best, to);
    const made = sourceDraft(this.reading, from, to, sentence);
    drafts.push(made);
    return made;
  }
}

/** What a relative pronoun as a source refers to: "officials, who said". */
function antecedentOf(
  tokens: readonly Token[],
  drafts: readonly Draft[],
  { from, to }: TokenRange,
): Draft | null {
  if (to > from + 1 || !/^(?:who|which|that|whose|whom)$/u.test(tokens[from]?.lower ?? '')) return null;
  const end = tokens[from - 1]?.text === ',' ? from - 1 : from;
  const thing = tokens[from]?.lower === 'which';
  const before = drafts.filter(
    draft => (draft.to === end || draft.core === end) && !(thing && draft.type === 'person'),
  );
  return before.find(draft => !draft.nested && !draft.open) ?? before[0] ?? null;
}

/** Who is described by words that end in the source: "an aide to [the mayor] said". */
const holderOf = (drafts: readonly Draft[], { from, to }: TokenRange): Draft | undefined =>
  drafts.find(
    draft =>
      draft.to === to &&
      draft.from < from &&
      draft.core <= from &&
      draft.type === 'person' &&
      draft.form === 'description' &&
      !draft.open,
  );

/** The draft, or one for all that "and" joins to it within the source. */
function jointWith(
  tokens: readonly Token[],
  drafts: Draft[],
  inside: readonly Draft[],
  best: Draft,
  to: number,
): Draft {
  const members = [best];
  let closed = false;
  for (const next of inside) {
    const last = members.at(-1);
    if (!last || next.nested || next.renames || next.from < last.to || next.to > to) continue;
    const between = tokens.slice(last.to, next.from).map(token => token.lower);
    if (between.length === 0 || between.length > 2) continue;
    if (!between.every(word => word === ',' || conjunction.test(word))) continue;
    closed = conjunction.test(between.at(-1) ?? '');
    members.push(next);
  }
  if (!closed) return best;
  const known = drafts.find(draft => draft.members[0] === best);
  if (known) return known;
  const group = joint(members);
  drafts.push(group);
  return group;
}
