import type { Decision } from './decision';
import { readDecision, writeDecision } from './decisionJson';

/** The decisions' file in its workspace folder. */
export const DECISIONS_FILE = '.sourcelight/decisions.ndjson';

/** A decision as a line of a file has it; `decision` null where the line cannot be read. */
export interface DecisionLine {
  /** As it was written, also by hand; it is kept as it is, but for white space at its end. */
  readonly raw: string;
  readonly decision: Decision | null;
}

/** The lines of a file, in the order in which they are written. */
export type DecisionLines = readonly DecisionLine[];

/** Reads a file of decisions: a line each, JSON, as `schemas/decisions.schema.json` has it. Loses no line. */
export function parseDecisions(text: string): DecisionLines {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map(line => line.trimEnd());
  return inOrder(
    lines.filter(raw => raw !== '').map(raw => ({ raw, decision: readDecision(parseJson(raw)) })),
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

export function decisionLine(decision: Decision): DecisionLine {
  return { raw: JSON.stringify(writeDecision(decision)), decision };
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
