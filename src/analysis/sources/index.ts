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
import { joint, readSentence, sourceDraft, type Draft, type Reading } from './drafts';
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
  const drafts = syntax.sentences.flatMap((range, sentence) => {
    const found = readSentence(reading, range, sentence);
    markNested(found);
    linkAppositions(syntax.tokens, found, range.to);
    return found;
  });
  const used = new Set<Draft>();
  const use = (spans: readonly Span[], isSource: boolean): Draft | null => {
    const draft = draftFor(reading, drafts, spans);
    if (!draft) return null;
    if (isSource) draft.subject = true;
    for (const each of [draft, ...draft.members]) used.add(each);
    return draft;
  };
  const chosen = attributions.map(({ source, via, channel }) => ({
    source: source && use(source, true),
    via: via.map(({ mention }) => use(mention, false)),
    channel: channel.map(mention => use(mention, false)),
  }));
  attachTerms(
    syntax,
    drafts,
    used,
    attributions.flatMap(({ cue }) => cue),
  );

  const kept = drafts
    .filter(draft => !draft.open || used.has(draft))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const indexOf = new Map(kept.map((draft, index) => [draft, index]));
  const index = (draft: Draft | null): number | null =>
    draft === null ? null : (indexOf.get(draft) ?? null);
  const rivals = findRivals(drafts, kept);
  return {
    mentions: kept.map(draft => toMention(syntax.tokens, draft, index, rivals, attributions, quotations)),
    attributed: chosen.map(({ source, via, channel }): AttributedMentions => ({
      source: index(source),
      via: via.map(index),
      channel: channel.map(index),
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

/** The draft that stands for the words of a source; joined ones ("Lee and Roe") get a draft of their own. */
function draftFor(reading: Reading, drafts: Draft[], spans: readonly Span[]): Draft | null {
  const { tokens } = reading.syntax;
  const first = spans[0];
  if (!first) return null;
  let from = tokens.findIndex(token => token.end > first.start);
  if (from < 0) return null;
  let to = from;
  while (to < tokens.length && (tokens[to]?.start ?? Infinity) < first.end) to++;
  while (from < to && !/[\p{L}\p{N}]/u.test(tokens[from]?.text ?? '')) from++;
  if (from >= to) return null;

  const inside = drafts.filter(
    draft =>
      draft.from < to &&
      draft.to > from &&
      (draft.from >= from - 1 || (draft.form === 'name' && draft.core === to)),
  );
  const byExtent = (a: Draft, b: Draft): number => a.from - b.from || b.core - a.core;
  if (to === from + 1 && /^(?:who|which|that|whose|whom)$/u.test(tokens[from]?.lower ?? '')) {
    const end = tokens[from - 1]?.text === ',' ? from - 1 : from;
    const antecedents = drafts.filter(draft => draft.to === end || draft.core === end);
    const antecedent = antecedents.find(draft => !draft.nested && !draft.open) ?? antecedents[0];
    if (antecedent) return antecedent;
  }
  const outer = drafts.find(
    draft =>
      !draft.open &&
      draft.type === 'person' &&
      draft.form === 'description' &&
      draft.from < from &&
      draft.core <= from &&
      draft.to === to,
  );
  if (outer) return outer;
  const leading = inside
    .filter(draft => draft.from <= from && !isPossessive(draft, tokens))
    .sort(byExtent)[0];
  const best =
    leading ??
    inside.filter(draft => !draft.nested && !draft.open).sort(byExtent)[0] ??
    inside.sort(byExtent)[0];
  if (!best) {
    const made = sourceDraft(reading, from, to);
    drafts.push(made);
    return made;
  }
  const members = [best];
  for (const next of inside.sort(byExtent)) {
    const last = members.at(-1);
    if (!last || next.nested || next.renames || next.from < last.to || next.to > to) continue;
    const between = tokens.slice(last.to, next.from).map(token => token.lower);
    if (between.length > 0 && between.length <= 2 && between.every(word => /^(?:and|or|,|&)$/u.test(word)))
      members.push(next);
  }
  const last = tokens[(members.at(-1)?.from ?? 1) - 1]?.lower ?? '';
  if (members.length === 1 || !/^(?:and|or|&)$/u.test(last)) return best;
  const known = drafts.find(draft => draft.members[0] === best);
  if (known) return known;
  const group = joint(members);
  drafts.push(group);
  return group;
}

const isPossessive = (draft: Draft, tokens: readonly Token[]): boolean =>
  draft.nested && draft.form === 'pronoun' && tokens[draft.from]?.lower !== 'he';

/** For each "it" and "they", the last thing before it that is no actor. */
function findRivals(drafts: readonly Draft[], kept: readonly Draft[]): ReadonlyMap<Draft, number> {
  const rivals = new Map<Draft, number>();
  const things = drafts
    .filter(draft => draft.open && draft.form === 'description')
    .sort((a, b) => a.from - b.from);
  let next = 0;
  kept.forEach(draft => {
    if (draft.form !== 'pronoun' || draft.type === 'person') return;
    while (next < things.length && (things[next]?.from ?? 0) < draft.from) next++;
    for (let i = next - 1; i >= 0; i--) {
      const thing = things[i];
      if (!thing || thing.sentence < draft.sentence - 1) break;
      if (thing.plural !== draft.plural) continue;
      rivals.set(
        draft,
        kept.findIndex(other => other.from > thing.from),
      );
      break;
    }
  });
  return rivals;
}

/** Gives each term of anonymity to the unnamed mention before it in its sentence, or else to the one after it. */
function attachTerms(
  syntax: Syntax,
  drafts: readonly Draft[],
  used: ReadonlySet<Draft>,
  cues: readonly Span[],
): void {
  const { text, tokens, sentences } = syntax;
  sentences.forEach((range, sentence) => {
    const terms = findTerms(text, tokens, range, cues);
    if (terms.length === 0) return;
    const able = drafts.filter(
      draft =>
        draft.sentence === sentence &&
        draft.name === null &&
        (used.has(draft) || !draft.open) &&
        (draft.type === 'person' || draft.type === 'group' || draft.type === 'unknown'),
    );
    for (const { kind, from, to } of terms) {
      const before = able.filter(draft => draft.core <= from && (!draft.nested || used.has(draft)));
      const target =
        before.findLast(draft => used.has(draft)) ??
        before.findLast(draft => draft.form === 'description') ??
        able.find(draft => draft.from >= to && used.has(draft)) ??
        before.at(-1);
      if (!target) continue;
      const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
      target.anonymity = { ...target.anonymity, [kind]: [...target.anonymity[kind], span] };
    }
  });
}

function toMention(
  tokens: readonly Token[],
  draft: Draft,
  index: (draft: Draft | null) => number | null,
  rivals: ReadonlyMap<Draft, number>,
  attributions: readonly ParagraphAttribution[],
  quotations: readonly ParagraphQuotation[],
): Mention {
  const span = { start: tokens[draft.from]?.start ?? 0, end: tokens[draft.to - 1]?.end ?? 0 };
  const contains = (outer: Span): boolean => outer.start <= span.start && span.end <= outer.end;
  const attribution = attributions.findIndex(({ content }) => content.some(contains));
  const { form, head, name, type, typeEvidence, plural, count, determination, modifiers } = draft;
  const { calledFor, roles, anonymity, sentence, subject, located } = draft;
  return {
    span,
    form,
    head,
    name,
    type,
    typeEvidence,
    plural,
    count,
    determination,
    modifiers,
    calledFor,
    roles,
    renames: index(draft.renames),
    members: draft.members.flatMap(member => index(member) ?? []),
    anonymity,
    sentence,
    subject,
    located,
    rival: rivals.get(draft) ?? null,
    within:
      attribution < 0
        ? null
        : {
            attribution,
            quoted: quotations.some(({ span: marks, role }) => role === 'speech' && contains(marks)),
          },
  };
}
