import type { CheckCode } from '../../analysis/contract';
import type { Anchor, Decision } from './decision';

/** A decision as a line of a file has it; `decision` null where the line cannot be read. */
export interface DecisionLine {
  /** As it was written, also by hand; it is kept as it is. */
  readonly raw: string;
  readonly decision: Decision | null;
}

/** The lines of a file, in the order in which they are written. */
export type DecisionLines = readonly DecisionLine[];

/** Reads a file of decisions: a line each, JSON, as `schemas/decisions.schema.json` has it. Loses no line. */
export function parseDecisions(text: string): DecisionLines {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return inOrder(
    lines.filter(raw => raw.trim() !== '').map(raw => ({ raw, decision: readDecision(parseJson(raw)) })),
  );
}

export function serialiseDecisions(lines: DecisionLines): string {
  return lines.map(({ raw }) => `${raw}\n`).join('');
}

/** The lines of both, those that are in both once: a decision never changes, so its line is the same everywhere. */
export function mergeDecisions(one: DecisionLines, other: DecisionLines): DecisionLines {
  return inOrder([...one, ...other]);
}

export function withoutDecisions(lines: DecisionLines, ids: ReadonlySet<string>): DecisionLines {
  return lines.filter(({ decision }) => !decision || !ids.has(decision.id));
}

/** The line of a new decision, in the form of the W3C's Web Annotation Data Model where that has one. */
export function decisionLine(decision: Decision): DecisionLine {
  const { id, at, kind, check, file, target } = decision;
  const written = { id, kind, check, ...(file === null ? {} : { target: writeTarget(file, target) }), at };
  return { raw: JSON.stringify(written), decision };
}

function writeTarget(source: string, target: Anchor | null): object {
  if (!target) return { source };
  const { exact, prefix, suffix, start, end } = target;
  return {
    source,
    selector: [
      { type: 'TextQuoteSelector', prefix, exact, suffix },
      { type: 'TextPositionSelector', start, end },
    ],
  };
}

/**
 * By file and time, so that what two people add lies apart where it can, and git's union merge of both is in order
 * after the next decision; what cannot be read comes last.
 */
function inOrder(lines: readonly DecisionLine[]): DecisionLines {
  const unique = new Map(lines.map(line => [line.raw, line]));
  return [...unique.values()].sort((a, b) => compare(place(a), place(b)));
}

function place({ raw, decision }: DecisionLine): string {
  const parts = decision ? ['0', decision.file ?? '', decision.at, decision.id, raw] : ['1', raw];
  return parts.join('\u0000');
}

/** By code unit: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readDecision(value: unknown): Decision | null {
  if (!isObject(value) || value.kind !== 'dismiss') return null;
  const { id, at, check, target } = value;
  if (!isFilled(id) || !isTime(at) || !isFilled(check)) return null;
  // A code that this version does not know dismisses nothing, and stays in the file.
  const dismissal = { id, at, kind: 'dismiss', check: check as CheckCode } as const;
  if (target === undefined) return { ...dismissal, file: null, target: null };
  if (!isObject(target) || !isFilled(target.source)) return null;
  if (target.selector === undefined) return { ...dismissal, file: target.source, target: null };
  const anchor = readAnchor(target.selector);
  return anchor && { ...dismissal, file: target.source, target: anchor };
}

function readAnchor(selectors: unknown): Anchor | null {
  if (!Array.isArray(selectors) || selectors.length !== 2) return null;
  const [quote, position] = selectors as unknown[];
  if (!isObject(quote) || quote.type !== 'TextQuoteSelector') return null;
  if (!isObject(position) || position.type !== 'TextPositionSelector') return null;
  const { exact, prefix, suffix } = quote;
  const { start, end } = position;
  if (!isFilled(exact) || typeof prefix !== 'string' || typeof suffix !== 'string') return null;
  return isOffset(start) && isOffset(end) ? { exact, prefix, suffix, start, end } : null;
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
