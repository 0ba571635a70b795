import { analyze, type AnalyzeOptions } from '../analysis/analyze';
import type { Analysis } from '../analysis/contract';
import { applyDecisions } from '../articles/decisions/apply';
import { applyWordList } from '../articles/wordList';
import type { UserSays } from '../platform/node/userFiles';

/** The analysis of an article as the editor has it: with the user's word list, and decisions over what was found. */
export function analysisFor(
  text: string,
  { words, decisions }: UserSays,
  options: Omit<AnalyzeOptions, 'listed'>,
): Analysis {
  const analysis = applyWordList(text, analyze(text, { ...options, listed: words }), words);
  return applyDecisions(text, analysis, decisions);
}
