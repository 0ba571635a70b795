import * as vscode from 'vscode';
import type { Articles } from '../articles/articles';
import { actorCard, claimCard } from './cards';
import { keyOf } from './documents';
import { openChecks } from './checks/openChecks';
import { settings } from './settings';

/** Shows an actor's card on a mention of it, and on a claim or its cue who says so and why it was marked. */
export function registerHover(articles: Articles): vscode.Disposable {
  // Any language: a file of another one can be switched on.
  return vscode.languages.registerHoverProvider('*', {
    provideHover(document, position) {
      const key = keyOf(document);
      const state = articles.state(key);
      if (state?.kind !== 'analysed' || !settings.hover(document)) return undefined;
      const { article } = state;
      const context = { key, checks: openChecks(article.analysed, document) };
      const { actors, attributions } = article.at(document.offsetAt(position));
      const cards = [
        ...actors.slice(0, 1).map(actor => actorCard(article, actor, context)),
        ...attributions.slice(0, 1).map(claim => claimCard(article, claim, context)),
      ];
      return cards.length > 0 ? new vscode.Hover(cards) : undefined;
    },
  });
}
