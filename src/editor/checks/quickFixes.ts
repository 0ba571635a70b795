import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Check } from '../../analysis/contract';
import type { Articles } from '../../articles/articles';
import { shownChecks } from '../../articles/checks';
import { CHANGE_CHECK_SEVERITY, DISMISS, EXPLAIN_CHECK } from './checkCommands';
import { checkTitles } from './checkWords';
import { keyOf } from '../documents';
import { settings } from '../settings';

const FIXES: readonly { readonly command: string; readonly titleOf: (check: string) => string }[] = [
  { command: DISMISS.here, titleOf: check => l10n.t('Dismiss “{0}” here', check) },
  { command: EXPLAIN_CHECK, titleOf: check => l10n.t('Explain “{0}”', check) },
  { command: DISMISS.file, titleOf: check => l10n.t('Dismiss “{0}” in this file', check) },
  { command: DISMISS.workspace, titleOf: check => l10n.t('Dismiss “{0}” in this workspace', check) },
  { command: CHANGE_CHECK_SEVERITY, titleOf: check => l10n.t('Change how “{0}” is shown…', check) },
];

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
        const there = { checks: state.article.checksAt({ start, end }) };
        const checks = shownChecks(there, settings.checks(document)).map(({ check }) => check);
        const isInWorkspace = vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
        // Where several checks meet, what is done most often comes first for all of them.
        return FIXES.filter(({ command }) => isInWorkspace || command !== DISMISS.workspace).flatMap(
          ({ command, titleOf }) =>
            checks.map(check => {
              const title = titleOf(checkTitles[check.code]());
              const action = new vscode.CodeAction(title, kind);
              action.command = { title, command, arguments: [key, check] };
              action.diagnostics = diagnostics.filter(diagnostic => isOf(diagnostic, check));
              return action;
            }),
        );
      },
    },
    { providedCodeActionKinds: [kind] },
  );
}

function isOf({ source, code }: vscode.Diagnostic, check: Check): boolean {
  return source === 'Sourcelight' && typeof code === 'object' && code.value === check.code;
}
