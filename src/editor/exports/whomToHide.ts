import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Article } from '../../articles/article';
import { confidentialActors } from '../../articles/confidential';

/**
 * Asks which sources not to name. Confidential ones are chosen beforehand; those that the level hides stay so.
 *
 * @returns ids of actors; undefined where the user thought better of it
 */
export async function askWhomToHide(article: Article, title: string): Promise<string[] | undefined> {
  const confidential = confidentialActors(article);
  const shown = new Set(article.sources.map(({ id }) => id));
  const unseen = confidential.filter(id => !shown.has(id));
  if (shown.size === 0) return unseen;
  const items = article.sources.map(({ id, name }) => ({
    label: name,
    id,
    picked: confidential.includes(id),
    ...(confidential.includes(id) ? { description: l10n.t('confidential') } : {}),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title,
    placeHolder: l10n.t('Sources whose names to leave out; none: press Enter'),
  });
  return picked && [...picked.map(({ id }) => id), ...unseen];
}
