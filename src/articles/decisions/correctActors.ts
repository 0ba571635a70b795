import type { Actor, ActorMention, Channel, SourceMention, Span } from '../../analysis/contract';
import { anonymityOf, merged, parted } from './actors';
import type { Mentioned } from './correctSources';
import type { DecisionOf } from './decision';
import { withDecision, type Draft } from './draft';
import { overlaps } from '../spans';

export function sameAs(
  draft: Draft,
  decision: DecisionOf<'same-as'>,
  one: Mentioned,
  other: Mentioned,
): void {
  if (one.actor.id === other.actor.id) return;
  const [first, second] = draft.actors.filter(actor => actor === one.actor || actor === other.actor);
  if (!first || !second) return;
  draft.changeActor(first.id, () => withDecision(merged(first, second), decision));
  draft.actors = draft.actors.filter(actor => actor !== second);
  draft.renameActors(id => (id === second.id ? first.id : id));
  // Nobody passes on what they say themselves.
  draft.attributions = draft.attributions.map(claim => ({
    ...claim,
    via: claim.via.filter(via => via.actor !== claim.source?.actor || via.actor !== first.id),
  }));
}

/**
 * Mentions of one actor become another one; of other actors than the first one's there are none among them. Where all
 * that the actor has are meant, there is nothing to part, and it only gets the name.
 */
export function split(draft: Draft, decision: DecisionOf<'split'>, mentioned: readonly Mentioned[]): void {
  const [first] = mentioned;
  if (!first) return;
  const { actor } = first;
  const taken = new Set(mentioned.filter(it => it.actor === actor).map(({ mention }) => mention));
  if (taken.size === actor.mentions.length) {
    const { name } = decision;
    draft.changeActor(actor.id, it =>
      withDecision(name === null ? it : { ...it, name, anonymous: false, anonymity: null }, decision),
    );
    return;
  }
  const id = draft.provisionalId();
  const [left, other] = parted(draft.text, actor, taken, id, decision.name);
  draft.changeActor(actor.id, () => withDecision(left, decision));
  draft.addActor(withDecision(other, decision));
  const ofOther = <M extends SourceMention | Channel>(words: M): M =>
    words.actor === actor.id && isOneOf(taken, words.mention) ? { ...words, actor: id } : words;
  draft.attributions = draft.attributions.map(claim => ({
    ...claim,
    source: claim.source && ofOther(claim.source),
    via: claim.via.map(ofOther),
    channel: claim.channel.map(ofOther),
  }));
}

/** A claim has more of the words around a mention than the actor: who they work for, how they know. */
function isOneOf(mentions: ReadonlySet<ActorMention>, words: readonly Span[]): boolean {
  return [...mentions].some(({ span }) => span.some(one => overlaps(words, one)));
}

/** What the user says of an actor as a whole. */
export function told(
  actor: Actor,
  decision: DecisionOf<'named' | 'anonymous' | 'note' | 'confidential'>,
): Actor {
  switch (decision.kind) {
    case 'named':
      return { ...actor, name: decision.name ?? actor.name, anonymous: false, anonymity: null };
    case 'anonymous': {
      const anonymity = { ...(actor.anonymity ?? anonymityOf(actor, decision.class)), class: decision.class };
      return { ...actor, anonymous: true, anonymity };
    }
    case 'note':
      return { ...actor, note: decision.note };
    case 'confidential':
      return { ...actor, confidential: true };
  }
}
