import { l10n } from 'vscode';
import type { CheckSeverity } from '../../articles/checks';
import { checkWords } from '../../export/checkWords';

/** `checkInWords`: what was found and what can be done about it; `checkTitles`: what a rule is about, in a few words. */
export const { titles: checkTitles, sentence: checkInWords } = checkWords(l10n);

export const severityWords: Record<CheckSeverity | 'off', () => string> = {
  off: () => l10n.t('Off'),
  hint: () => l10n.t('Hint'),
  information: () => l10n.t('Information'),
  warning: () => l10n.t('Warning'),
};
