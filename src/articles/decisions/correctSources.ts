import type {
  Actor,
  ActorMention,
  Attribution,
  MentionForm,
  SourceMention,
  Span,
} from '../../analysis/contract';
import { kindOf } from '../../analysis/sources/drafts';
import { personalPronouns } from '../../analysis/sources/lexicon';
import { identified, withMention } from './actors';
import type { Decision, DecisionOf } from './decision';
import { withDecision, type Draft } from './draft';
import { closest, overlaps } from '../spans';

/** A mention with its actor. */
export interface Mentioned {
  readonly actor: Actor;
  readonly mention: ActorMention;
}

export function mentionAt(draft: Draft, place: Span): Mentioned | undefined {
  const mentions = draft.actors.flatMap(actor => actor.mentions.map(mention => ({ actor, mention })));
  return closest(mentions, ({ mention }) => mention.span, place);
}

export function notSource(draft: Draft, decision: DecisionOf<'not-source'>, place: Span): void {
  const { scope } = decision;
  const actor = mentionAt(draft, place)?.actor;
  const isMeant = (source: SourceMention) =>
    scope === 'actor' && actor ? source.actor === actor.id : overlaps(source.mention, place);
  draft.change(
    draft.attributions.filter(({ source, via }) => [...(source ? [source] : []), ...via].some(isMeant)),
    decision,
    claim => ({
      ...claim,
      source: claim.source && isMeant(claim.source) ? null : claim.source,
      via: claim.via.filter(via => !isMeant(via)),
      origin: 'user',
    }),
  );
  if (actor) draft.changeActor(actor.id, it => withDecision(it, decision));
}

/** @param place of the words that name the source; null for nobody */
export function giveSource(draft: Draft, decision: Decision, claim: Attribution, place: Span | null): void {
  const source = place && sourceAt(draft, decision, place);
  draft.change([claim], decision, it => ({
    ...it,
    source,
    via: it.via.filter(via => via.actor !== source?.actor),
    origin: 'user',
  }));
}

/** Whom words mean: the actor whose mention they are, one with the same name, or a new one. */
export function sourceAt(draft: Draft, decision: Decision, place: Span): SourceMention {
  const known = mentionAt(draft, place);
  if (known) return { mention: known.mention.span, actor: known.actor.id };
  const words = draft.text.slice(place.start, place.end);
  const mention: ActorMention = { span: [place], form: formOf(words) };
  const namesake =
    mention.form === 'name' ? draft.actors.find(actor => isCalled(draft.text, actor, words)) : undefined;
  if (namesake) {
    draft.changeActor(namesake.id, actor => withDecision(withMention(actor, mention), decision));
    return { mention: mention.span, actor: namesake.id };
  }
  const head =
    words
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.at(-1) ?? '';
  const type = (mention.form === 'description' ? kindOf(head) : null) ?? 'unknown';
  const unnamed = {
    id: draft.provisionalId(),
    name: words,
    type,
    anonymous: false,
    plural: false,
    roles: [],
    anonymity: null,
    mentions: [mention],
  };
  const actor = withDecision(identified(draft.text, unnamed, null), decision);
  draft.addActor(actor);
  return { mention: mention.span, actor: actor.id };
}

function formOf(words: string): MentionForm {
  if (personalPronouns.has(words.toLowerCase())) return 'pronoun';
  const first = /^(?:an?|the|some|two|several)\s/iu.test(words) ? 1 : 0;
  const rest = words.split(/\s+/u).slice(first);
  return rest.length > 0 &&
    rest.every(word => /^[^\p{L}]*\p{Lu}/u.test(word) || /^(?:of|de|van|von)$/u.test(word))
    ? 'name'
    : 'description';
}

function isCalled(text: string, { name, mentions }: Actor, words: string): boolean {
  const plain = (it: string) => it.toLowerCase().replace(/\s+/gu, ' ').replace(/^the /u, '');
  return (
    plain(name) === plain(words) ||
    mentions.some(
      ({ span, form }) =>
        form === 'name' && span.some(({ start, end }) => plain(text.slice(start, end)) === plain(words)),
    )
  );
}
