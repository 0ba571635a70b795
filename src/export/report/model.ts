import type {
  Actor,
  Analysis,
  AnonymityClass,
  AttributionKind,
  Check,
  VerificationStatus,
} from '../../analysis/contract';
import { claimRows, rolesOf, titleOf, type ClaimRow } from '../claimRows';
import { placesIn } from '../places';
import { clean, quote } from '../words';
import { WordCount } from './wordCount';

export const KINDS = ['direct', 'mixed', 'indirect'] as const satisfies readonly AttributionKind[];

/** How the source of a claim is named; `nobody`: none is given. */
export const NAMINGS = [
  'named',
  'individual',
  'group',
  'role',
  'collective',
  'nobody',
] as const satisfies readonly (AnonymityClass | 'named' | 'nobody')[];
export type Naming = (typeof NAMINGS)[number];

/** A claim of the report. */
export interface Told extends ClaimRow {
  /** In the order of the text, from 1. */
  readonly number: number;
  readonly status: VerificationStatus | null;
}

/** A source with what it claimed; all claims that nobody is given for are one voice. */
export interface Voice {
  readonly id: string;
  /** Empty where nobody is given. */
  readonly name: string;
  /** What it is: "spokeswoman, City Council"; may be empty. */
  readonly about: string;
  readonly naming: Naming;
  readonly claims: readonly Told[];
  /** Of the claims; those of a claim within a claim count once. */
  readonly words: number;
  readonly wordsBy: Readonly<Record<AttributionKind, number>>;
}

/** That some claims came to the article from one actor by way of another. */
export interface Passing {
  readonly from: string;
  readonly to: string;
  readonly claims: readonly Told[];
}

export interface OpenCheck {
  readonly check: Check;
  readonly number: number;
  readonly line: number;
  readonly words: string;
}

export interface ReportModel {
  readonly title: string;
  readonly byline: string;
  readonly date: string;
  readonly outlet: string;
  readonly partial: boolean;
  readonly count: WordCount;
  readonly claims: readonly Told[];
  /** Who is heard most comes first, nobody last. */
  readonly voices: readonly Voice[];
  /** Of all voices together. */
  readonly words: number;
  readonly passings: readonly Passing[];
  /** Names and namings of all who passed something on or were passed on, by id. */
  readonly passers: ReadonlyMap<string, Pick<Voice, 'name' | 'naming'>>;
  readonly checks: readonly OpenCheck[];
}

const NOBODY = 'nobody';

/** @param text the text that was analysed */
export function reportModel(analysis: Analysis, text: string): ReportModel {
  const { article, partial } = analysis;
  const count = new WordCount(text);
  const claims = claimRows(analysis, text).map((row, index) => ({
    ...row,
    number: index + 1,
    status: row.claim.verification?.status ?? null,
  }));
  const voices = voicesOf(claims, count);
  const placeOf = placesIn(text);
  return {
    title: article.headline ? quote(text, [article.headline]) : titleOf(analysis),
    byline: article.byline ? quote(text, [article.byline]) : '',
    date: article.date ?? '',
    outlet: article.outlet === null ? '' : clean(article.outlet),
    partial,
    count,
    claims,
    voices,
    words: voices.reduce((sum, { words }) => sum + words, 0),
    ...passingsOf(claims, analysis),
    checks: analysis.checks.map((check, index) => ({
      check,
      number: index + 1,
      line: placeOf(check.span.start).line,
      words: quote(text, [check.span]),
    })),
  };
}

function voicesOf(claims: readonly Told[], count: WordCount): Voice[] {
  const groups = new Map<string, Told[]>();
  for (const told of claims) {
    // A source without an actor has only its words to be known by.
    const id = told.source?.id ?? (told.sourceName === '' ? NOBODY : `words ${told.sourceName}`);
    const group = groups.get(id);
    if (group) group.push(told);
    else groups.set(id, [told]);
  }
  return [...groups].map(([id, told]) => voiceOf(id, told, count)).sort(byWeight);
}

function voiceOf(id: string, claims: readonly Told[], count: WordCount): Voice {
  const source = claims[0]?.source ?? null;
  const wordsBy = { direct: 0, mixed: 0, indirect: 0 };
  const spans = claims
    .flatMap(({ claim }) => claim.content.map(span => ({ span, kind: claim.kind })))
    .sort((a, b) => a.span.start - b.span.start);
  let counted = 0;
  for (const { span, kind } of spans) {
    wordsBy[kind] += count.within({ start: Math.max(span.start, counted), end: span.end });
    counted = Math.max(counted, span.end);
  }
  return {
    id,
    name: claims[0]?.sourceName ?? '',
    about: source ? untold(source).join('; ') : '',
    naming: id === NOBODY ? 'nobody' : namingOf(source),
    claims,
    words: wordsBy.direct + wordsBy.mixed + wordsBy.indirect,
    wordsBy,
  };
}

/** Roles that a name which is a description does not tell already. */
function untold(actor: Actor): string[] {
  const name = actor.name.toLowerCase();
  return rolesOf({ ...actor, roles: actor.roles.filter(({ text }) => !name.includes(text.toLowerCase())) });
}

function namingOf(actor: Actor | null): Naming {
  return actor?.anonymity?.class ?? 'named';
}

function byWeight(a: Voice, b: Voice): number {
  if ((a.id === NOBODY) !== (b.id === NOBODY)) return a.id === NOBODY ? 1 : -1;
  return b.words - a.words || b.claims.length - a.claims.length;
}

function passingsOf(
  claims: readonly Told[],
  { actors }: Analysis,
): Pick<ReportModel, 'passings' | 'passers'> {
  const byId = new Map(actors.map(actor => [actor.id, actor]));
  const passers = new Map<string, Pick<Voice, 'name' | 'naming'>>();
  const passings = new Map<string, Passing & { claims: Told[] }>();
  for (const told of claims) {
    const { source, via } = told.claim;
    if (via.length === 0) continue;
    const way = [
      { id: source?.actor ?? NOBODY, name: told.sourceName },
      ...via.map(({ actor }, index) => ({ id: actor, name: told.via[index] ?? '' })),
    ];
    for (const { id, name } of way) {
      passers.set(id, { name, naming: id === NOBODY ? 'nobody' : namingOf(byId.get(id) ?? null) });
    }
    for (const [index, { id: to }] of way.slice(1).entries()) {
      const from = way[index]?.id ?? NOBODY;
      const key = JSON.stringify([from, to]);
      const passing = passings.get(key);
      if (passing) passing.claims.push(told);
      else passings.set(key, { from, to, claims: [told] });
    }
  }
  return { passers, passings: [...passings.values()].sort((a, b) => b.claims.length - a.claims.length) };
}
