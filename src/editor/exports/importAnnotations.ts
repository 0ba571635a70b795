import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { DecisionStore } from '../../articles/decisions/store';
import { importedClaims } from '../../articles/importedClaims';
import type { ActiveArticle } from '../activeArticle';
import { currentArticle } from '../analysed';
import type { Decider } from '../decisions/decide';
import { keyOf } from '../documents';

/** Command that may be given the address of the file, as a string. */
export const IMPORT_ANNOTATIONS = 'sourcelight.importAnnotations';

/** Makes decisions of the annotations that somebody else exported of the same article. */
export function registerAnnotationImport(context: {
  readonly active: ActiveArticle;
  readonly decisions: DecisionStore;
  readonly decider: Decider;
}): vscode.Disposable {
  const { active, decisions, decider } = context;
  return vscode.commands.registerCommand(IMPORT_ANNOTATIONS, async (given: unknown) => {
    const { document } = active;
    const article = document && (await currentArticle(active.articles, document));
    if (!document || !article) {
      void vscode.window.showInformationMessage(l10n.t('Open the article that the annotations are of.'));
      return;
    }
    const uri = typeof given === 'string' ? vscode.Uri.parse(given, true) : await askForFile();
    if (!uri) return;
    const key = keyOf(document);
    const claims = await read(uri);
    if (!claims) return;
    const { decisions: made, missing } = importedClaims(article, decisions.placeOf(key).file, claims);
    await decider.keep(key, ...made);
    void vscode.window.showInformationMessage([outcome(made.length), ...left(missing)].join(' '));
  });
}

async function askForFile(): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    title: l10n.t('Import Annotations'),
    filters: { [l10n.t('Web Annotations')]: ['jsonld', 'json'] },
  });
  return picked?.[0];
}

async function read(uri: vscode.Uri) {
  const { quotedClaims } = await import('../../export/annotationImport');
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return quotedClaims(JSON.parse(text));
  } catch (error) {
    const isUnreadable = error instanceof vscode.FileSystemError;
    void vscode.window.showErrorMessage(
      isUnreadable
        ? l10n.t('The annotations cannot be read: {0}', error.message)
        : l10n.t('This file has no annotations that Sourcelight made of one article.'),
    );
    return undefined;
  }
}

function outcome(count: number): string {
  if (count === 0) return l10n.t('The annotations have nothing that is not here already.');
  return count === 1
    ? l10n.t('1 decision was made from the annotations.')
    : l10n.t('{0} decisions were made from the annotations.', count);
}

function left(missing: number): string[] {
  if (missing === 0) return [];
  return [
    missing === 1
      ? l10n.t('The words of 1 claim are not in this text.')
      : l10n.t('The words of {0} claims are not in this text.', missing),
  ];
}
