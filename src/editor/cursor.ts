import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Article } from '../articles/article';
import type { Articles } from '../articles/articles';
import { currentArticle } from './analysed';
import { keyOf } from './documents';
import { tell } from './telling';

/** The article in the active editor, and what is selected there in its text. */
export interface Cursor {
  readonly key: string;
  readonly editor: vscode.TextEditor;
  readonly article: Article;
  readonly start: number;
  readonly end: number;
  /** Where the cursor itself is: one end of what is selected. */
  readonly offset: number;
}

/** Registers a command that speaks of the cursor's place; where there is no article, it says so. */
export function registerAtCursor(
  articles: Articles,
  command: string,
  run: (cursor: Cursor) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(command, async () => {
    const cursor = await cursorOf(articles);
    if (cursor) await run(cursor);
    else tell(l10n.t('There is no analyzed article in the editor.'));
  });
}

export async function cursorOf(articles: Articles): Promise<Cursor | undefined> {
  const editor = vscode.window.activeTextEditor;
  const article = editor && (await currentArticle(articles, editor.document));
  if (!article) return undefined;
  const { document, selection } = editor;
  return {
    key: keyOf(document),
    editor,
    article,
    start: document.offsetAt(selection.start),
    end: document.offsetAt(selection.end),
    offset: document.offsetAt(selection.active),
  };
}
