import { cueVerbs } from '../../analysis/attributions/lexicon';
import type { Attribution, CueKind, Quotation, Span } from '../../analysis/contract';
import type { DecisionOf } from './decision';
import { withDecision, type Draft } from './draft';
import { closest, isSame, overlaps } from '../spans';

/** The claim at a place: the first of its content's spans, or another one. */
export const claimAt = (draft: Draft, place: Span): Attribution | undefined =>
  closest(draft.attributions, ({ content }) => content, place);

export function notQuote(draft: Draft, decision: DecisionOf<'not-quote'>, place: Span): void {
  const known = closest(draft.quotations, ({ span }) => [span], place);
  if (!known) return;
  draft.setQuotation(withDecision({ ...known, role: 'scare' }, decision), known, true);
  // A quotation that nothing else links to anybody was a claim for its marks alone.
  const within = ({ start, end }: Span) => known.span.start <= start && end <= known.span.end;
  draft.remove(draft.attributions.filter(({ content, cue }) => cue.length === 0 && content.every(within)));
  readKindsAgain(draft, decision, known.span);
}

export function addQuote(draft: Draft, decision: DecisionOf<'add-quote'>, place: Span): void {
  const known = closest(draft.quotations, ({ span }) => [span], place) ?? null;
  const quotation: Quotation = known
    ? { ...known, role: 'speech' }
    : { span: place, role: 'speech', balanced: true, attribution: null };
  draft.setQuotation(withDecision(quotation, decision), known, false);
  if (draft.attributions.some(({ content }) => overlaps(content, quotation.span)))
    readKindsAgain(draft, decision, quotation.span);
  else draft.add(withDecision(claimOf(draft, [quotation.span], []), decision));
}

/** Of claims that were changed or not found by themselves, only one that is exactly there is meant. */
export function notClaim(draft: Draft, place: Span): void {
  const there = draft.attributions.filter(({ content }) => content.some(span => isSame(span, place)));
  const near = closest(
    draft.attributions.filter(({ origin }) => origin === 'analysis'),
    ({ content }) => content,
    place,
  );
  draft.remove(there.length > 0 ? there : near ? [near] : []);
}

export function addClaim(
  draft: Draft,
  decision: DecisionOf<'add-claim'>,
  content: Span,
  cue: readonly Span[],
): Attribution {
  const known = draft.attributions.find(claim => claim.content.some(span => isSame(span, content)));
  if (!known) return draft.add(withDecision(claimOf(draft, [content], cue), decision));
  const [changed] = draft.change([known], decision, claim => ({
    ...claim,
    cue: cue.length > 0 ? cue : claim.cue,
    confidence: 1,
    origin: 'user',
  }));
  return changed ?? known;
}

/** What the user says of a claim once it is clear whose it is. */
export function judged(claim: Attribution, decision: DecisionOf<'confirm' | 'status'>): Attribution {
  if (decision.kind === 'confirm')
    return { ...claim, confidence: 1, evidence: [...claim.evidence, 'decision:confirmed'] };
  const { status, note } = decision;
  return { ...claim, verification: { status, note } };
}

function claimOf(draft: Draft, content: readonly Span[], cue: readonly Span[]): Attribution {
  return {
    id: draft.provisionalId(),
    kind: draft.kindOf(content),
    cueKind: cueKindOf(draft.text, cue),
    content,
    cue,
    source: null,
    via: [],
    channel: [],
    hearsay: null,
    confidence: 1,
    evidence: ['decision:added'],
    origin: 'user',
  };
}

/** That of its verb; a cue without one that is known speaks of saying. */
function cueKindOf(text: string, cue: readonly Span[]): CueKind {
  const words = cue.flatMap(
    ({ start, end }) =>
      text
        .slice(start, end)
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [],
  );
  return words.map(word => cueVerbs.get(word)?.kind).find(kind => kind !== undefined) ?? 'speech';
}

function readKindsAgain(
  draft: Draft,
  decision: DecisionOf<'not-quote' | 'add-quote'>,
  quotation: Span,
): void {
  const changed = draft.attributions.filter(
    ({ content, kind }) => overlaps(content, quotation) && draft.kindOf(content) !== kind,
  );
  draft.change(changed, decision, claim => ({ ...claim, kind: draft.kindOf(claim.content), origin: 'user' }));
}
