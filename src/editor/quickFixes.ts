import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Check } from '../analysis/contract';
import type { Articles } from '../articles/articles';
import { shownChecks } from '../articles/checks';
import { CHANGE_CHECK_SEVERITY, DISMISS, EXPLAIN_CHECK } from './checkCommands';
import { checkTitles } from './checkWords';
import { keyOf } from './documents';
import { settings } from './settings';

/** Offers at a check what can be done about it: dismiss it, here or further, have it explained, show it otherwise. */
export function registerQuickFixes(articles: Articles): vscode.Disposable {
  const kind = vscode.CodeActionKind.QuickFix;
  // Any language: a file of another one can be switched on.
  return vscode.languages.registerCodeActionsProvider(
    '*',
    {
      provideCodeActions(document, range, { diagnostics }) {
        const key = keyOf(document);
        const state = articles.state(key);
        if (state?.kind !== 'analysed') return [];
        const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
        return shownChecks(state.article.analysis, settings.checks(document))
          .filter(({ check: { span } }) => span.start <= end && start <= span.end)
          .flatMap(({ check }) =>
            fixesOf(check, vscode.workspace.getWorkspaceFolder(document.uri) !== undefined).map(
              ([title, command]) => {
                const action = new vscode.CodeAction(title, kind);
                action.command = { title, command, arguments: [key, check] };
                action.diagnostics = diagnostics.filter(diagnostic => isOf(diagnostic, check));
                return action;
              },
            ),
          );
      },
    },
    { providedCodeActionKinds: [kind] },
  );
}

function fixesOf({ code }: Check, isInWorkspace: boolean): [title: string, command: string][] {
  const title = checkTitles[code]();
  return [
    [l10n.t('Dismiss “{0}” here', title), DISMISS.here],
    [l10n.t('Dismiss “{0}” in this file', title), DISMISS.file],
    ...(isInWorkspace
      ? [[l10n.t('Dismiss “{0}” in this workspace', title), DISMISS.workspace] as [string, string]]
      : []),
    [l10n.t('Explain “{0}”', title), EXPLAIN_CHECK],
    [l10n.t('Change how “{0}” is shown…', title), CHANGE_CHECK_SEVERITY],
  ];
}

function isOf({ source, code }: vscode.Diagnostic, check: Check): boolean {
  return source === 'Sourcelight' && typeof code === 'object' && code.value === check.code;
}
