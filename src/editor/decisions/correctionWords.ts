import { l10n } from 'vscode';
import type { VerificationStatus } from '../../analysis/contract';
import type { Correction } from '../../articles/decisions/decision';
import type { QuoteChange, QuoteVerdict } from '../../articles/quoteCheck';
import { anonymityInBrief, shortened } from '../words';

// What the user can say about findings, and what came of it.

const QUOTE_LENGTH = 60;

export const statusWords: Record<VerificationStatus, () => string> = {
  unchecked: () => l10n.t('unchecked'),
  confirmed: () => l10n.t('confirmed'),
  disputed: () => l10n.t('disputed'),
  wrong: () => l10n.t('wrong'),
};

export const verdictWords: Record<QuoteVerdict, () => string> = {
  exact: () => l10n.t('exact'),
  near: () => l10n.t('near'),
  absent: () => l10n.t('not there'),
};

/** What was decided, without what about. */
export function decisionInWords(decision: Correction): string {
  switch (decision.kind) {
    case 'not-source':
      return l10n.t('Not a source');
    case 'not-quote':
      return l10n.t('Not a quote');
    case 'not-claim':
      return l10n.t('Not a claim');
    case 'other-source':
      return decision.source
        ? l10n.t('Source: “{0}”', quoted(decision.source.exact))
        : l10n.t('Source: nobody');
    case 'same-as':
      return l10n.t('Same as “{0}”', quoted(decision.other.exact));
    case 'split':
      return decision.name === null
        ? l10n.t('Somebody else')
        : l10n.t('Somebody else: {0}', quoted(decision.name));
    case 'named':
      return l10n.t('Named');
    case 'anonymous':
      return l10n.t('Not named: {0}', anonymityInBrief[decision.class]());
    case 'add-claim':
      return l10n.t('A claim');
    case 'add-source':
      return l10n.t('A source');
    case 'add-quote':
      return l10n.t('A quote');
    case 'confirm':
      return l10n.t('Rightly found');
    case 'status':
      return [
        l10n.t('Verification: {0}', statusWords[decision.status]()),
        ...(decision.note ? [quoted(decision.note)] : []),
      ].join(' · ');
    case 'note':
      return l10n.t('Note: {0}', quoted(decision.note));
    case 'confidential':
      return l10n.t('Confidential');
  }
}

/** Words of the article that a decision is about. */
export function quoted(words: string): string {
  return shortened(words, QUOTE_LENGTH);
}

/** What a quote and a file have in common, and what one of them has alone, in one line. */
export function changesInWords(changes: readonly QuoteChange[]): string {
  return changes
    .map(({ where, words }) =>
      where === 'both'
        ? words
        : where === 'quote'
          ? l10n.t('[quote: {0}]', words)
          : l10n.t('[file: {0}]', words),
    )
    .join(' ');
}

export function decisionCount(count: number): string {
  return l10n.t('Decisions ({0})', count);
}
