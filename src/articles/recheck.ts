import { findChecks } from '../analysis/checks';
import type { Analysis } from '../analysis/contract';

/**
 * An analysis with the checks of what it is now. A part of one has none: they come last, and what is to be marked does not
 * wait for them.
 */
export function rechecked(text: string, analysis: Analysis): Analysis {
  return analysis.partial ? analysis : { ...analysis, checks: findChecks(text, analysis) };
}
