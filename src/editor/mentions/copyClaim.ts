import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Attribution } from '../../analysis/contract';
import type { Article } from '../../articles/article';
import { claimAt } from '../../articles/mentions';
import { claimMarkdown, claimSentence } from '../../export/claimText';
import type { Articles } from '../../articles/articles';
import { cursorOf } from '../cursor';
import { tell, tellInPassing } from '../telling';
import { shortened } from '../words';

const COPIED_LENGTH = 80;

/** Copies a claim with who said it: that of the tree's item, else the one at the cursor. */
export function registerCopyClaim(articles: Articles): vscode.Disposable {
  const register = (command: string, put: typeof claimSentence) =>
    vscode.commands.registerCommand(command, async (node: unknown) => {
      const subject = subjectOf(node, articles) ?? (await atCursor(articles));
      if (!subject) {
        tell(l10n.t('There is no claim at the cursor.'));
        return;
      }
      const { article, claim } = subject;
      const copied = put(article.analysis, article.text, claim);
      await vscode.env.clipboard.writeText(copied);
      tellInPassing(l10n.t('Copied: {0}', shortened(copied, COPIED_LENGTH)));
    });
  return vscode.Disposable.from(
    register('sourcelight.copyClaim', claimSentence),
    register('sourcelight.copyClaimAsMarkdown', claimMarkdown),
  );
}

interface Subject {
  readonly article: Article;
  readonly claim: Attribution;
}

/** The tree's claim, in the article that the tree shows it of. */
function subjectOf(node: unknown, articles: Articles): Subject | undefined {
  if (typeof node !== 'object' || node === null || !('claim' in node) || !('key' in node)) return undefined;
  const state = articles.state(String(node.key));
  return state?.kind === 'analysed'
    ? { article: state.article, claim: node.claim as Attribution }
    : undefined;
}

async function atCursor(articles: Articles): Promise<Subject | undefined> {
  const cursor = await cursorOf(articles);
  const claim = cursor && claimAt(cursor.article, cursor.offset);
  return claim && { article: cursor.article, claim };
}
