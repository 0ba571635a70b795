import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Check, CheckCode } from '../../analysis/contract';
import type { Article } from '../../articles/article';
import { CHECK_SEVERITIES, shownChecks } from '../../articles/checks';
import type { Decision } from '../../articles/decisions/decision';
import { dismissal, type DismissalScope } from '../../articles/decisions/dismissal';
import type { DecisionStore } from '../../articles/decisions/store';
import type { ActiveArticle } from '../activeArticle';
import type { CheckDocs } from './checkDocs';
import { checkTitles, severityWords } from './checkWords';
import type { Decider } from '../decisions/decide';
import { keyOf } from '../documents';
import { changeCheckSeverity, settings } from '../settings';
import { tellInPassing } from '../telling';
import { shortened } from '../words';

/**
 * Commands that take `(article's key, check)`, or an item of a tree that has a `check` of the active article; without
 * either they speak of the check at the cursor.
 */
export const DISMISS: Record<DismissalScope, string> = {
  here: 'sourcelight.dismissCheckHere',
  file: 'sourcelight.dismissCheckInFile',
  workspace: 'sourcelight.dismissCheckInWorkspace',
};
export const EXPLAIN_CHECK = 'sourcelight.explainCheck';
export const CHANGE_CHECK_SEVERITY = 'sourcelight.changeCheckSeverity';
/** Command without arguments. */
export const RESTORE_CHECKS = 'sourcelight.restoreDismissedChecks';

const QUOTE_LENGTH = 60;

interface Subject {
  readonly key: string;
  readonly article: Article;
  readonly check: Check;
}

export function registerCheckCommands(about: {
  readonly active: ActiveArticle;
  readonly decisions: DecisionStore;
  readonly decider: Decider;
  readonly docs: CheckDocs;
}): vscode.Disposable {
  const { active, decisions, decider, docs } = about;
  const register = (command: string, run: (subject: Subject) => Promise<void>) =>
    vscode.commands.registerCommand(command, async (...args: unknown[]) => {
      const subject = subjectOf(args, active);
      if (subject) await run(subject);
      else void vscode.window.showInformationMessage(l10n.t('There is no check at the cursor.'));
    });
  /** Takes a check out of sight, at its place, in its file or in the workspace. */
  const dismiss =
    (scope: DismissalScope) =>
    async ({ key, article, check }: Subject) => {
      await decider.keep(key, dismissal(check, scope, article.text, decisions.placeOf(key).file));
      tellDismissed(check);
    };
  return vscode.Disposable.from(
    register(DISMISS.here, dismiss('here')),
    register(DISMISS.file, dismiss('file')),
    register(DISMISS.workspace, dismiss('workspace')),
    register(EXPLAIN_CHECK, ({ check }) => docs.show(check.code)),
    register(CHANGE_CHECK_SEVERITY, async ({ key, check }) => {
      await askForSeverity(vscode.Uri.parse(key, true), check.code);
    }),
    vscode.commands.registerCommand(RESTORE_CHECKS, () => restore(active, decisions)),
  );
}

function tellDismissed({ code }: Check): void {
  tellInPassing(
    l10n.t('Dismissed: {0}. “Sourcelight: Restore Dismissed Checks” brings it back.', checkTitles[code]()),
  );
}

function subjectOf([first, second]: readonly unknown[], active: ActiveArticle): Subject | undefined {
  if (typeof first === 'string') return isCheck(second) ? given(first, second, active) : undefined;
  const { document } = active;
  if (!document) return undefined;
  const key = keyOf(document);
  if (typeof first === 'object' && first !== null && 'check' in first) {
    return isCheck(first.check) ? given(key, first.check, active) : undefined;
  }
  return atCursor(key, document, active);
}

/** The check as it is now: the text may have been edited since the command was offered. */
function given(key: string, { code, span }: Check, { articles }: ActiveArticle): Subject | undefined {
  const state = articles.state(key);
  if (state?.kind !== 'analysed') return undefined;
  const { article } = state;
  const distance = (check: Check) => Math.abs(check.span.start - span.start);
  const [check] = article.whole.checks
    .filter(other => other.code === code)
    .sort((a, b) => distance(a) - distance(b));
  return check && { key, article, check };
}

function atCursor(
  key: string,
  document: vscode.TextDocument,
  { articles }: ActiveArticle,
): Subject | undefined {
  const state = articles.state(key);
  const editor = vscode.window.visibleTextEditors.find(visible => visible.document === document);
  if (state?.kind !== 'analysed' || !editor) return undefined;
  const { article } = state;
  const offset = document.offsetAt(editor.selection.active);
  const [innermost] = shownChecks(article, settings.checks(document))
    .map(({ check }) => check)
    .filter(({ span }) => span.start <= offset && offset <= span.end)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  return innermost && { key, article, check: innermost };
}

function isCheck(value: unknown): value is Check {
  return typeof value === 'object' && value !== null && 'code' in value && 'span' in value;
}

async function askForSeverity(scope: vscode.ConfigurationScope, code: CheckCode): Promise<void> {
  const chosen = settings.checks(scope).severities[code];
  const items = [undefined, ...CHECK_SEVERITIES].map(severity => ({
    severity,
    label: severity ? severityWords[severity]() : l10n.t('As the Profile Says'),
    description: severity === chosen ? l10n.t('chosen now') : '',
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: l10n.t('How to Show “{0}”', checkTitles[code]()),
  });
  if (picked) await changeCheckSeverity(scope, code, picked.severity);
}

async function restore(active: ActiveArticle, decisions: DecisionStore): Promise<void> {
  const { document, state } = active;
  if (!document) {
    void vscode.window.showInformationMessage(
      l10n.t('Open an article to restore checks that were dismissed.'),
    );
    return;
  }
  const key = keyOf(document);
  const orphaned = new Set(
    state?.kind === 'analysed'
      ? state.article.decisions.filter(it => it.state === 'orphaned').map(({ id }) => id)
      : [],
  );
  const dismissals = decisions.of(key).filter(decision => decision.kind === 'dismiss');
  const items = dismissals.map(decision => ({
    id: decision.id,
    label: titleOf(decision.check),
    description: whereInWords(decision, orphaned.has(decision.id)),
  }));
  if (items.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('No check was dismissed here.'));
    return;
  }
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: l10n.t('Restore Dismissed Checks'),
    placeHolder: l10n.t('Which ones to show again'),
  });
  if (!picked || picked.length === 0) return;
  if (await decisions.remove(key, new Set(picked.map(({ id }) => id)))) return;
  void vscode.window.showWarningMessage(
    l10n.t('The checks are still dismissed: the file with the decisions cannot be written.'),
  );
}

/** Another version may have written a code that this one does not know. */
function titleOf(code: string): string {
  const titles: Partial<Record<string, () => string>> = checkTitles;
  return titles[code]?.() ?? code;
}

/** Where a check was dismissed, and whether the words that it was about are gone. */
export function whereInWords({ file, target }: Decision, isOrphaned: boolean): string {
  if (file === null) return l10n.t('in this workspace');
  if (target === null) return l10n.t('in this file');
  const words = shortened(target.exact, QUOTE_LENGTH);
  return isOrphaned ? l10n.t('“{0}”, which is no longer in the text', words) : `“${words}”`;
}
