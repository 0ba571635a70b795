import type { Check } from '../../analysis/contract';
import { anchorAt } from './anchor';
import type { Dismissal } from './decision';

/** Where a check is dismissed: at its place, in its file, or in the whole workspace. */
export type DismissalScope = 'here' | 'file' | 'workspace';

/**
 * @param check found in `text`
 * @param file that the text is of, as the decisions' file names it
 */
export function dismissal(check: Check, scope: DismissalScope, text: string, file: string): Dismissal {
  return {
    id: crypto.randomUUID(),
    at: new Date().toISOString(),
    kind: 'dismiss',
    check: check.code,
    file: scope === 'workspace' ? null : file,
    target: scope === 'here' ? anchorAt(text, check.span) : null,
  };
}
