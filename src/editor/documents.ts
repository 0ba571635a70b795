import * as vscode from 'vscode';
import type { Span } from '../analysis/contract';
import type { Articles } from '../articles/articles';
import type { AnalysisClient } from '../articles/client';
import type { ArticleDocument } from '../articles/host';
import type { TextChange } from '../articles/keptText';
import { onDidChangeSettings } from './settings';
import type { Switches } from './switches';

export function keyOf(document: vscode.TextDocument): string {
  return document.uri.toString();
}

/** The open document of a key. */
export function documentOf(key: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(document => keyOf(document) === key);
}

export function fileNameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function articleDocument(document: vscode.TextDocument, switches: Switches): ArticleDocument {
  return {
    key: keyOf(document),
    fileName: document.uri.path,
    languageId: document.languageId,
    get version() {
      return document.version;
    },
    text: () => document.getText(),
    choice: () => switches.choose(document),
    visible: () => visiblePart(document),
  };
}

/** The text on display, null where the document is in no editor. */
export function visiblePart(document: vscode.TextDocument): Span | null {
  const [editor] = vscode.window.visibleTextEditors.filter(shown => shown.document === document);
  const ranges = editor?.visibleRanges;
  const first = ranges?.[0];
  const last = ranges?.at(-1);
  return first && last ? { start: document.offsetAt(first.start), end: document.offsetAt(last.end) } : null;
}

export function changeOf({
  rangeOffset,
  rangeLength,
  text,
}: vscode.TextDocumentContentChangeEvent): TextChange {
  return { start: rangeOffset, end: rangeOffset + rangeLength, text };
}

/** Tells the articles what happens to the documents on display. */
export function followDocuments(
  articles: Articles,
  client: Pick<AnalysisClient, 'start'>,
  switches: Switches,
): vscode.Disposable {
  // A document is there well before its editor: the worker starts meanwhile.
  const expect = (document: vscode.TextDocument) => {
    if (switches.concerns(document) && ['judge', 'always'].includes(switches.choose(document)))
      client.start();
  };
  const openVisible = () => {
    for (const { document } of vscode.window.visibleTextEditors) {
      if (switches.concerns(document)) articles.open(articleDocument(document, switches));
    }
  };
  vscode.workspace.textDocuments.forEach(expect);
  openVisible();
  return vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(openVisible),
    vscode.workspace.onDidOpenTextDocument(document => {
      expect(document);
      openVisible();
    }),
    vscode.workspace.onDidCloseTextDocument(document => {
      articles.close(keyOf(document));
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      articles.edited(keyOf(document), contentChanges.map(changeOf));
    }),
    switches.onDidChange(key => {
      openVisible();
      articles.reconsider(key);
    }),
    onDidChangeSettings(['enable', 'exclude'], () => {
      articles.reconsider();
    }),
  );
}
