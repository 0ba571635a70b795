import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Article } from '../articles/article';
import type { ArticleState } from '../articles/articles';
import type { NoWeights } from '../articles/weights';
import type { ActiveArticle } from './activeArticle';
import { openChecks } from './checks/openChecks';
import { onDidChangeSettings } from './settings';
import { SWITCH_ON, SHOW_TREE, SHOW_LOG } from './commands';
import {
  belowLevel,
  checkCount,
  claimCount,
  givenUp,
  inPercent,
  notToItsEnd,
  openCheckCount,
  reasonInBrief,
  reasonInWords,
  sourceCount,
  whoIsAnonymous,
  withoutWeights,
} from './words';

interface Status {
  readonly text: string;
  readonly tooltip: string;
  readonly command: string;
}

/** Counts of the active article in the status bar, or why it is left alone. */
export function registerStatusBar(
  active: ActiveArticle,
  client: { readonly noWeights: NoWeights | null },
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('sourcelight.status', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Sourcelight';
  const update = () => {
    const { state } = active;
    if (!state) {
      item.hide();
      return;
    }
    const { text, tooltip, command } = statusOf(state, {
      open: openCount(active),
      noWeights: client.noWeights,
      progress: active.progress,
      failed: active.failed,
    });
    item.text = text;
    item.tooltip = tooltip;
    item.command = command;
    item.accessibilityInformation = { label: l10n.t('Sourcelight: {0}', tooltip), role: 'button' };
    item.show();
  };
  update();
  let last = '';
  return vscode.Disposable.from(
    item,
    active.onDidChange(update),
    active.articles.onDidProgress(() => {
      if (!showsProgress(active.state)) return;
      const percent = inPercent(active.progress ?? 0);
      if (percent === last) return;
      last = percent;
      update();
    }),
    onDidChangeSettings(['checks'], update),
  );
}

function showsProgress(state: ArticleState | undefined): boolean {
  return state?.kind === 'analysing' || (state?.kind === 'analysed' && state.article.partial);
}

function openCount({ document, state }: ActiveArticle): number {
  return document && state?.kind === 'analysed' ? openChecks(state.article.analysed, document).length : 0;
}

interface Circumstances {
  /** How many checks are open. */
  readonly open?: number;
  /** Why there are no trained weights, if so: said without alarm, the rules do the work. */
  readonly noWeights?: NoWeights | null;
  /** How much has been analysed, from 0 to 1, where that takes long. */
  readonly progress?: number | null;
  /** Whether the analysis of the text as it is now was given up: what is counted is older, or of a part. */
  readonly failed?: boolean;
}

export function statusOf(state: ArticleState, circumstances: Circumstances = {}): Status {
  const { progress = null } = circumstances;
  const percent = progress === null ? '' : ` ${inPercent(progress)}`;
  switch (state.kind) {
    case 'analysing':
      return {
        text: `$(loading~spin) ${l10n.t('Reading…')}${percent}`,
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
    case 'analysed':
      return statusOfArticle(state.article, percent, circumstances);
  }
}

function statusOfArticle(
  article: Article,
  percent: string,
  { open = 0, noWeights = null, failed = false }: Circumstances,
): Status {
  const { partial } = article;
  const { claims, sources, anonymous, roles, direct } = article.counts;
  const leftOut = article.total - claims;
  const anonymousPart = anonymous > 0 ? [l10n.t('{0} anonymous', anonymous)] : [];
  const checksPart = open > 0 ? [checkCount(open)] : [];
  const counts = [sourceCount(sources), ...anonymousPart, claimCount(claims), ...checksPart].join(' · ');
  const sentences = [
    ...(failed ? [givenUp()] : partial ? [notToItsEnd()] : []),
    l10n.t(
      '{0}, {1} of them anonymous; {2}, {3} of them direct quotes.',
      sourceCount(sources),
      anonymous,
      claimCount(claims),
      direct,
    ),
    ...(open > 0 ? [`${openCheckCount(open)}.`] : []),
    ...(roles > 0 ? [whoIsAnonymous()] : []),
    ...(leftOut > 0 ? [`${belowLevel(leftOut, article.level)}.`] : []),
    ...(noWeights ? [withoutWeights(noWeights)] : []),
    ...(failed ? [] : [l10n.t('Select to see who said what.')]),
  ];
  if (failed) return { text: `$(warning) ${counts}`, tooltip: sentences.join(' '), command: SHOW_LOG };
  const text = partial ? `$(loading~spin)${percent} · ${counts}` : `$(comment-discussion) ${counts}`;
  return { text, tooltip: sentences.join(' '), command: SHOW_TREE };
}
