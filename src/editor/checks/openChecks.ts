import type * as vscode from 'vscode';
import type { Check } from '../../analysis/contract';
import type { Article } from '../../articles/article';
import { shownChecks } from '../../articles/checks';
import { settings } from '../settings';

/** The checks of an article that are neither switched off nor dismissed, in the order of the text. */
export function openChecks(article: Article, document: vscode.TextDocument): Check[] {
  return shownChecks(article, settings.checks(document)).map(({ check }) => check);
}
