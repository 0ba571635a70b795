import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../../src/analysis/analyze';
import { RULES } from '../../../src/analysis/checks';
import type { CheckCode, Span } from '../../../src/analysis/contract';
import { shippedTagger } from '../../../training/scoreFile';

/** Prose of one or several paragraphs, with the words that a rule must find there; none where it must find nothing. */
export interface Case {
  readonly text: string;
  readonly marks: readonly Span[];
}

/** How a rule does on its cases. */
export interface RuleScore {
  /** Right findings among all findings, 0 to 1. */
  readonly precision: number;
  /** Failing cases of which every mark is found, among all failing cases, 0 to 1. */
  readonly recall: number;
  /** A line for each wrong finding and each mark that is not found. */
  readonly misses: readonly string[];
}

/**
 * Reads `cases/CODE.txt`: the line `FAILS`, failing cases, the line `PASSES`, passing ones. An empty line stands
 * between two cases; each line of a case is a paragraph. `{braces}` mark the words to be found.
 */
export function readCases(code: CheckCode): { readonly failing: Case[]; readonly passing: Case[] } {
  const source = readFileSync(join(import.meta.dirname, 'cases', `${code}.txt`), 'utf8');
  const [failing, passing] = source.split(/^PASSES$/mu).map(part =>
    part
      .replace(/^FAILS$/mu, '')
      .trim()
      .split(/\n{2,}/u)
      .map(readCase),
  );
  if (!failing || !passing) throw new Error(`${code}: no line PASSES`);
  return { failing, passing };
}

/** The texts of all the rules' cases. */
export const textsOfCases = (): string[] =>
  RULES.flatMap(({ code }) => {
    const { failing, passing } = readCases(code);
    return [...failing, ...passing].map(({ text }) => text);
  });

/** Reads one case; a line is a paragraph. */
export function readCase(lines: string): Case {
  const marks: Span[] = [];
  let text = '';
  for (const part of lines.replaceAll('\n', '\n\n').split(/(\{[^{}]*\})/u)) {
    const marked = part.startsWith('{');
    const words = marked ? part.slice(1, -1) : part;
    if (marked) marks.push({ start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text, marks };
}

const scores = new Map<CheckCode, RuleScore>();

/** How a rule does on its cases, as part of the whole analysis; tried once, for the table and for the test. */
export function scoreRule(code: CheckCode): RuleScore {
  const score = scores.get(code) ?? tryRule(code);
  scores.set(code, score);
  return score;
}

function tryRule(code: CheckCode): RuleScore {
  const { failing, passing } = readCases(code);
  const tagger = shippedTagger();
  const misses: string[] = [];
  let found = 0;
  let right = 0;
  let complete = 0;
  for (const { text, marks } of [...failing, ...passing]) {
    const spans = analyze(text, { tagger })
      .checks.filter(check => check.code === code)
      .map(({ span }) => span);
    const unmarked = spans.filter(span => !marks.some(mark => overlap(mark, span)));
    const missed = marks.filter(mark => !spans.some(span => overlap(mark, span)));
    found += spans.length;
    right += spans.length - unmarked.length;
    if (marks.length > 0 && missed.length === 0) complete++;
    misses.push(
      ...unmarked.map(span => `wrong: ${inContext(text, span)}`),
      ...missed.map(mark => `not found: ${inContext(text, mark)}`),
    );
  }
  return { precision: found === 0 ? 1 : right / found, recall: complete / failing.length, misses };
}

/** The words of a span in brackets, with the text around them. */
export function inContext(text: string, { start, end }: Span, reach = 80): string {
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  return `${before}[${text.slice(start, end)}]${after}`.replaceAll(/\s+/gu, ' ');
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
