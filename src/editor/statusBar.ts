import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { ArticleState } from '../articles/articles';
import { countClaims } from '../articles/claims';
import type { ActiveArticle } from './activeArticle';
import { SWITCH_ON, SHOW_TREE, SHOW_LOG } from './commands';
import { claimCount, reasonInBrief, reasonInWords, sourceCount } from './words';

interface Status {
  readonly text: string;
  readonly tooltip: string;
  readonly command: string;
}

/** Counts of the active article in the status bar, or why it is left alone. */
export function registerStatusBar(active: ActiveArticle): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('sourcelight.status', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Sourcelight';
  const update = () => {
    const { state } = active;
    if (!state) {
      item.hide();
      return;
    }
    const { text, tooltip, command } = statusOf(state);
    item.text = text;
    item.tooltip = tooltip;
    item.command = command;
    item.accessibilityInformation = { label: l10n.t('Sourcelight: {0}', tooltip), role: 'button' };
    item.show();
  };
  update();
  return vscode.Disposable.from(item, active.onDidChange(update));
}

export function statusOf(state: ArticleState): Status {
  switch (state.kind) {
    case 'analysing':
      return {
        text: `$(loading~spin) ${l10n.t('Reading…')}`,
        tooltip: l10n.t('Looking for who said what in this article'),
        command: SHOW_TREE,
      };
    case 'failed':
      return {
        text: `$(warning) ${l10n.t('Not analyzed')}`,
        tooltip: l10n.t('This article could not be analyzed. The log says more.'),
        command: SHOW_LOG,
      };
    case 'leftAlone': {
      const text = `$(circle-slash) ${reasonInBrief(state.reason, state.language)}`;
      const tooltip = reasonInWords(state.reason, state.language);
      if (state.reason === 'empty') return { text, tooltip, command: SHOW_TREE };
      return { text, tooltip: `${tooltip} ${l10n.t('Select to analyze it anyway.')}`, command: SWITCH_ON };
    }
    case 'analysed': {
      const { claims, sources, anonymous, direct } = countClaims(state.article);
      const anonymousPart = anonymous > 0 ? [l10n.t('{0} anonymous', anonymous)] : [];
      return {
        text: [
          '$(comment-discussion)',
          [sourceCount(sources), ...anonymousPart, claimCount(claims)].join(' · '),
        ].join(' '),
        tooltip: l10n.t(
          '{0}, {1} of them anonymous; {2}, {3} of them direct quotes. Select to see who said what.',
          sourceCount(sources),
          anonymous,
          claimCount(claims),
          direct,
        ),
        command: SHOW_TREE,
      };
    }
  }
}
