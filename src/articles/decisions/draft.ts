import { kindOf } from '../../analysis/attributions/kind';
import type { Actor, Analysis, Attribution, AttributionKind, Quotation, Span } from '../../analysis/contract';
import type { Decision } from './decision';
import { overlaps, startOf } from '../spans';

/**
 * An analysis while corrections are made to it, one after the other. Ids of what is added are provisional until
 * {@link finish} gives all of them anew, by position.
 */
export class Draft {
  quotations: readonly Quotation[];
  attributions: readonly Attribution[];
  actors: readonly Actor[];
  /** Quotations that the user says are nobody's speech. */
  readonly #denied = new Set<Quotation>();
  #added = 0;

  constructor(
    readonly text: string,
    readonly analysis: Analysis,
  ) {
    ({ quotations: this.quotations, attributions: this.attributions, actors: this.actors } = analysis);
  }

  provisionalId(): string {
    return `+${++this.#added}`;
  }

  /** @returns the claims as they are now */
  change(
    claims: readonly Attribution[],
    by: Decision,
    change: (claim: Attribution) => Attribution,
  ): Attribution[] {
    const changed = new Map(claims.map(claim => [claim, withDecision(change(claim), by)]));
    this.attributions = this.attributions.map(claim => changed.get(claim) ?? claim);
    return [...changed.values()];
  }

  remove(claims: Iterable<Attribution>): void {
    const removed = new Set(claims);
    this.attributions = this.attributions.filter(claim => !removed.has(claim));
  }

  add(claim: Attribution): Attribution {
    const at = this.attributions.findIndex(other => startOf(other.content) > startOf(claim.content));
    this.attributions = this.attributions.toSpliced(at < 0 ? this.attributions.length : at, 0, claim);
    return claim;
  }

  changeActor(id: string, change: (actor: Actor) => Actor): void {
    this.actors = this.actors.map(actor => (actor.id === id ? change(actor) : actor));
  }

  addActor(actor: Actor): void {
    const start = firstMention(actor);
    const at = this.actors.findIndex(other => firstMention(other) > start);
    this.actors = this.actors.toSpliced(at < 0 ? this.actors.length : at, 0, actor);
  }

  /** Gives actors other ids, everywhere. */
  renameActors(idOf: (id: string) => string): void {
    const ofMention = <M extends { readonly actor: string }>(mention: M): M => ({
      ...mention,
      actor: idOf(mention.actor),
    });
    const orNull = (id: string | null) => (id === null ? null : idOf(id));
    this.attributions = this.attributions.map(claim => ({
      ...claim,
      source: claim.source && ofMention(claim.source),
      via: claim.via.map(ofMention),
      channel: claim.channel.map(channel => ({ ...channel, actor: orNull(channel.actor) })),
    }));
    this.actors = this.actors.map(actor => ({
      ...actor,
      id: idOf(actor.id),
      roles: actor.roles.map(role => ({
        ...role,
        affiliation: role.affiliation && { ...role.affiliation, actor: orNull(role.affiliation.actor) },
      })),
    }));
  }

  setQuotation(quotation: Quotation, replaced: Quotation | null, isDenied: boolean): void {
    const others = this.quotations.filter(other => other !== replaced);
    if (isDenied) this.#denied.add(quotation);
    this.quotations = [...others, quotation].sort(
      (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
    );
  }

  kindOf(content: readonly Span[]): AttributionKind {
    const ends: number[] = [];
    const quotations = this.quotations
      .filter(quotation => !this.#denied.has(quotation))
      .map(({ span }) => {
        while (ends.length > 0 && (ends.at(-1) ?? 0) <= span.start) ends.pop();
        return { span, depth: ends.push(span.end) - 1 };
      });
    return kindOf(this.text, content, quotations);
  }

  /** With ids by position, and each quotation with the claim that it is part of. */
  finish(): Analysis {
    const actorIds = new Map(this.actors.map(({ id }, index) => [id, `k${index + 1}`]));
    this.renameActors(id => actorIds.get(id) ?? id);
    const claimIds = new Map(this.attributions.map(({ id }, index) => [id, `a${index + 1}`]));
    const attributions = this.attributions.map(claim => ({
      ...claim,
      id: claimIds.get(claim.id) ?? claim.id,
    }));
    const { actors } = this;
    const quotations = this.quotations.map(quotation => {
      if (this.#denied.has(quotation)) return { ...quotation, attribution: null };
      const known = claimIds.get(quotation.attribution ?? '');
      const id = known ?? attributions.find(({ content }) => overlaps(content, quotation.span))?.id ?? null;
      return { ...quotation, attribution: id };
    });
    return { ...this.analysis, quotations, attributions, actors };
  }
}

/** Notes on a finding that a decision changed it. */
export function withDecision<F extends { readonly decisions?: readonly string[] }>(
  finding: F,
  { id }: Decision,
): F {
  return { ...finding, decisions: [...new Set([...(finding.decisions ?? []), id])] };
}

const firstMention = ({ mentions }: Actor): number => startOf(mentions[0]?.span ?? []);
