import type { Analysis, AppliedDecision, Check, CheckCode, Span } from '../../analysis/contract';
import { locate } from './anchor';
import { sameAs, split, told } from './correctActors';
import { addClaim, addQuote, claimAt, judged, notClaim, notQuote } from './correctClaims';
import { giveSource, mentionAt, notSource, sourceAt } from './correctSources';
import type { Anchor, Correction, Decision, DecisionKind } from './decision';
import { Draft, withDecision } from './draft';
import { rechecked } from '../recheck';
import { isSame, overlaps, trimmed } from '../spans';

/**
 * The order in which corrections are made, by time within a step: which quotes there are, which claims, whose they are
 * and who is who, what the user says of claims, what of actors. Dismissals come last, once checks were found again.
 */
const STEPS: readonly ReadonlySet<DecisionKind>[] = [
  new Set(['not-quote', 'add-quote']),
  new Set(['not-claim']),
  new Set(['add-claim']),
  new Set(['add-source', 'not-source', 'other-source', 'same-as', 'split']),
  new Set(['confirm', 'status']),
  new Set(['named', 'anonymous', 'note', 'confidential']),
];

/** By which later decisions on the same words a decision is superseded. */
const SUPERSEDED_BY: Partial<Record<DecisionKind, readonly DecisionKind[]>> = {
  'not-quote': ['not-quote', 'add-quote'],
  'add-quote': ['not-quote', 'add-quote'],
  'not-claim': ['not-claim', 'add-claim', 'other-source', 'confirm', 'status'],
  'add-claim': ['not-claim', 'add-claim'],
  'other-source': ['not-claim', 'other-source'],
  confirm: ['not-claim', 'other-source', 'confirm'],
  status: ['not-claim', 'status'],
  'not-source': ['not-source', 'add-source'],
  'add-source': ['not-source', 'add-source'],
};

/** By which later decisions on the same actor, whatever mention they name, a decision is superseded. */
const SUPERSEDED_FOR_ACTOR: Partial<Record<DecisionKind, readonly DecisionKind[]>> = {
  named: ['named', 'anonymous'],
  anonymous: ['named', 'anonymous'],
  note: ['note'],
  confidential: ['confidential'],
};

type State = AppliedDecision['state'];

/**
 * Makes an analysis heed what the user decided. Decisions that it heeds already are passed over.
 *
 * A decision on the same thing that was made later supersedes an earlier one; of two of the same moment, the one with
 * the greater id counts as the later one. Takes time linear in the article for each decision.
 *
 * @param text that the analysis is of
 * @param decisions those about its file, in any order
 */
export function applyDecisions(text: string, analysis: Analysis, decisions: readonly Decision[]): Analysis {
  const heeded = new Set(analysis.decisions.map(({ id }) => id));
  const unheeded = [...new Map(decisions.map(decision => [decision.id, decision])).values()].filter(
    ({ id }) => !heeded.has(id),
  );
  const corrections = unheeded.filter(decision => decision.kind !== 'dismiss');
  const { corrected, states } = correct(text, analysis, corrections);
  let { checks } = corrected;
  const applied = unheeded.map((decision): AppliedDecision => {
    const { id, kind, target } = decision;
    if (kind !== 'dismiss') return { id, state: states.get(id) ?? 'applied', dismissed: [] };
    const place = target && locate(text, target);
    if (target && !place) return { id, state: 'orphaned', dismissed: [] };
    const dismissed = dismissedBy(decision.check, place, checks);
    checks = checks.filter(check => !dismissed.includes(check));
    return { id, state: 'applied', dismissed };
  });
  return { ...corrected, checks, decisions: [...analysis.decisions, ...applied] };
}

/** A correction with the place in the text that it is about. */
interface Placed {
  readonly decision: Correction;
  readonly place: Span;
}

/** Another place that a decision is about: undefined where its words are gone, null where there is none. */
function placeIn(text: string, anchor: Anchor | null): Span | null | undefined {
  return anchor && (locate(text, anchor) ?? undefined);
}

function correct(
  text: string,
  analysis: Analysis,
  corrections: readonly Correction[],
): { readonly corrected: Analysis; readonly states: ReadonlyMap<string, State> } {
  const states = new Map<string, State>();
  const placed = corrections.toSorted(byTime).flatMap((decision): Placed[] => {
    const place = locate(text, decision.target);
    if (!place) states.set(decision.id, 'orphaned');
    return place ? [{ decision, place }] : [];
  });
  const draft = new Draft(text, analysis);
  const superseded = supersededIn(placed, SUPERSEDED_BY, ({ place }) => `${place.start}-${place.end}`);
  for (const step of STEPS) {
    const inStep = placed.filter(({ decision }) => step.has(decision.kind));
    const supersededForActor = supersededIn(
      inStep,
      SUPERSEDED_FOR_ACTOR,
      ({ place }) => mentionAt(draft, place)?.actor.id ?? null,
    );
    for (const each of inStep) {
      const isSuperseded = superseded.has(each) || supersededForActor.has(each);
      states.set(each.decision.id, isSuperseded ? 'superseded' : make(draft, each) ? 'applied' : 'orphaned');
    }
  }
  if (![...states.values()].includes('applied')) return { corrected: analysis, states };
  return { corrected: rechecked(text, draft.finish()), states };
}

function byTime(a: Decision, b: Decision): number {
  return Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1);
}

/** Those that are superseded by a later one on the same thing. */
function supersededIn(
  placed: readonly Placed[],
  supersededBy: typeof SUPERSEDED_BY,
  thingOf: (each: Placed) => string | null,
): ReadonlySet<Placed> {
  const superseded = new Set<Placed>();
  const later = new Map<string, Set<DecisionKind>>();
  for (const each of placed.toReversed()) {
    const { kind } = each.decision;
    const by = supersededBy[kind];
    const thing = thingOf(each);
    if (thing === null) continue;
    const kinds = later.get(thing) ?? new Set();
    if (by?.some(other => kinds.has(other))) superseded.add(each);
    later.set(thing, kinds.add(kind));
  }
  return superseded;
}

/** Makes one correction, where all that it is about is found. */
function make(draft: Draft, { decision, place }: Placed): boolean {
  const { text } = draft;
  switch (decision.kind) {
    case 'not-quote':
      notQuote(draft, decision, place);
      return true;
    case 'add-quote': {
      const words = trimmed(text, place);
      if (words) addQuote(draft, decision, words);
      return words !== null;
    }
    case 'not-claim':
      notClaim(draft, place);
      return true;
    case 'add-claim': {
      const content = trimmed(text, place);
      const source = placeIn(text, decision.source);
      if (!content || source === undefined) return false;
      const cue = placeIn(text, decision.cue);
      const claim = addClaim(draft, decision, content, cue ? [cue] : []);
      if (source) giveSource(draft, decision, claim, source);
      return true;
    }
    case 'other-source': {
      const claim = claimAt(draft, place);
      const source = placeIn(text, decision.source);
      if (!claim || source === undefined) return false;
      giveSource(draft, decision, claim, source);
      return true;
    }
    case 'add-source': {
      const words = trimmed(text, place);
      const content = placeIn(text, decision.claim);
      const claim = content && claimAt(draft, content);
      if (!words || claim === undefined) return false;
      if (claim) giveSource(draft, decision, claim, words);
      else sourceAt(draft, decision, words);
      return true;
    }
    case 'not-source':
      notSource(draft, decision, place);
      return true;
    case 'same-as': {
      const one = mentionAt(draft, place);
      const otherPlace = placeIn(text, decision.other);
      const other = otherPlace && mentionAt(draft, otherPlace);
      if (!one || !other) return false;
      sameAs(draft, decision, one, other);
      return true;
    }
    case 'split': {
      const mentioned = [place, ...decision.others.map(other => placeIn(text, other))].map(
        span => span && mentionAt(draft, span),
      );
      if (!mentioned[0]) return false;
      split(
        draft,
        decision,
        mentioned.filter(it => it !== undefined && it !== null),
      );
      return true;
    }
    case 'confirm':
    case 'status': {
      const claim = claimAt(draft, place);
      if (claim) draft.change([claim], decision, it => judged(it, decision));
      return claim !== undefined;
    }
    case 'named':
    case 'anonymous':
    case 'note':
    case 'confidential': {
      const mentioned = mentionAt(draft, place);
      if (mentioned) draft.changeActor(mentioned.actor.id, it => withDecision(told(it, decision), decision));
      return mentioned !== undefined;
    }
  }
}

/** Those at the place, where there is one; the same words go before others that overlap. */
function dismissedBy(code: CheckCode, place: Span | null, checks: readonly Check[]): readonly Check[] {
  const ofRule = checks.filter(check => check.code === code);
  if (!place) return ofRule;
  const there = ofRule.filter(({ span }) => isSame(span, place));
  return there.length > 0 ? there : ofRule.filter(({ span }) => overlaps([span], place));
}
