import type { AnonymityClass, CheckCode } from '../../analysis/contract';
import {
  VERIFICATION_STATUSES,
  type Anchor,
  type Decision,
  type DecisionKind,
  type DecisionOf,
  type NotSource,
} from './decision';

/** Reads and writes a property; what cannot be read is `undefined`. */
interface Codec<T> {
  readonly read: (this: void, value: unknown) => T | undefined;
  /** `undefined`: the property is left out. */
  readonly write: (this: void, value: T) => unknown;
}

const text: Codec<string> = { read: value => (isFilled(value) ? value : undefined), write: value => value };

const place: Codec<Anchor> = {
  read: value => (isObject(value) ? readSelectors(value.selector) : undefined),
  write: anchor => ({ selector: writeSelectors(anchor) }),
};

const places: Codec<readonly Anchor[]> = {
  read: value => (Array.isArray(value) ? allOrNothing(value.map(place.read)) : undefined),
  write: anchors => anchors.map(place.write),
};

const oneOf = <T extends string>(...values: readonly T[]): Codec<T> => ({
  read: value => values.find(known => known === value),
  write: value => value,
});

/** A property that may be missing. */
const orElse = <T, E>(codec: Codec<T>, missing: E): Codec<T | E> => ({
  read: value => (value === undefined ? missing : codec.read(value)),
  write: value => (value === missing ? undefined : codec.write(value as T)),
});

type OwnProperty<K extends DecisionKind> = Exclude<
  keyof DecisionOf<K>,
  'id' | 'at' | 'kind' | 'file' | 'target' | 'private'
>;
type Properties<K extends DecisionKind> = {
  readonly [P in OwnProperty<K>]: Codec<DecisionOf<K>[P]>;
};

/** What each kind has besides what all have, in the order in which it is written. */
const PROPERTIES: { readonly [K in DecisionKind]: Properties<K> } = {
  // A code that this version does not know dismisses nothing, and stays in the file.
  dismiss: { check: text as Codec<CheckCode> },
  'not-source': { scope: oneOf<NotSource['scope']>('mention', 'actor') },
  'not-quote': {},
  'not-claim': {},
  'other-source': { source: orElse(place, null) },
  'same-as': { other: place },
  split: { name: orElse(text, null), others: places },
  named: { name: orElse(text, null) },
  anonymous: { class: oneOf<AnonymityClass>('individual', 'group', 'role', 'collective') },
  'add-claim': { source: orElse(place, null), cue: orElse(place, null) },
  'add-source': { claim: orElse(place, null) },
  'add-quote': {},
  confirm: {},
  status: { status: oneOf(...VERIFICATION_STATUSES), note: orElse(text, '') },
  note: { note: text },
  confidential: {},
};

const propertiesOf = (kind: DecisionKind) => Object.entries(PROPERTIES[kind]) as [string, Codec<unknown>][];

/** @returns null where it is no decision, or one of a later version */
export function readDecision(value: unknown): Decision | null {
  if (!isObject(value) || !isKind(value.kind)) return null;
  const { id, kind, at, private: isPrivate } = value;
  if (!isFilled(id) || !isTime(at)) return null;
  if (isPrivate === undefined ? kind === 'confidential' : isPrivate !== true) return null;
  const about = readTarget(value.target);
  if (!about || (kind !== 'dismiss' && !about.target)) return null;
  const own = propertiesOf(kind).map(([name, codec]) => [name, codec.read(value[name])] as const);
  if (own.some(([, read]) => read === undefined)) return null;
  const decision = {
    id,
    at,
    kind,
    ...Object.fromEntries(own),
    ...about,
    ...(isPrivate === true && { private: true }),
  };
  return decision as Decision;
}

/** Of the form of the W3C's Web Annotation Data Model where that has one, and with the keys always in one order. */
export function writeDecision(decision: Decision): object {
  const { id, at, kind, file, target } = decision;
  const values = decision as unknown as Record<string, unknown>;
  const own = propertiesOf(kind).map(([name, codec]) => [name, codec.write(values[name])] as const);
  return {
    id,
    kind,
    ...Object.fromEntries(own),
    ...(file === null ? {} : { target: writeTarget(file, target) }),
    ...(decision.private && { private: true }),
    at,
  };
}

function readTarget(value: unknown): { file: string | null; target: Anchor | null } | null {
  if (value === undefined) return { file: null, target: null };
  if (!isObject(value) || !isFilled(value.source)) return null;
  if (value.selector === undefined) return { file: value.source, target: null };
  const target = readSelectors(value.selector);
  return target ? { file: value.source, target } : null;
}

function writeTarget(source: string, target: Anchor | null): object {
  return target ? { source, selector: writeSelectors(target) } : { source };
}

function readSelectors(selectors: unknown): Anchor | undefined {
  if (!Array.isArray(selectors) || selectors.length !== 2) return undefined;
  const [quote, position] = selectors as unknown[];
  if (!isObject(quote) || quote.type !== 'TextQuoteSelector') return undefined;
  if (!isObject(position) || position.type !== 'TextPositionSelector') return undefined;
  const { exact, prefix, suffix } = quote;
  const { start, end } = position;
  if (!isFilled(exact) || typeof prefix !== 'string' || typeof suffix !== 'string') return undefined;
  return isOffset(start) && isOffset(end) ? { exact, prefix, suffix, start, end } : undefined;
}

function writeSelectors({ exact, prefix, suffix, start, end }: Anchor): object[] {
  return [
    { type: 'TextQuoteSelector', prefix, exact, suffix },
    { type: 'TextPositionSelector', start, end },
  ];
}

function allOrNothing<T>(read: readonly (T | undefined)[]): readonly T[] | undefined {
  const all = read.filter(item => item !== undefined);
  return all.length === read.length ? all : undefined;
}

function isKind(value: unknown): value is DecisionKind {
  return typeof value === 'string' && Object.hasOwn(PROPERTIES, value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value);
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
