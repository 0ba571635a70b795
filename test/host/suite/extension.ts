import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Analysis, Span } from '../../../src/analysis/contract';
import type { SourcelightApi } from '../../../src/editor/api';

/** The extension under test, as VS Code sees it. */
export function extension(): vscode.Extension<SourcelightApi> {
  const found = vscode.extensions.getExtension<SourcelightApi>('sourcelight.sourcelight');
  assert.ok(found, 'the extension is not installed');
  return found;
}

/** Shows a text in an editor, as an article that has never been saved. */
export async function show(content: string, language = 'news-article'): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  return vscode.window.showTextDocument(document);
}

/** The analysis of a document; fails where there is none. */
export async function analysisOf(document: vscode.TextDocument): Promise<Analysis> {
  const api = await extension().activate();
  const analysis = await api.analysisOf(document.uri);
  assert.ok(analysis, 'there is no analysis');
  return analysis;
}

/** Who said what, as `name: words`; `-` where nobody is given. */
export function claims({ attributions, actors }: Analysis, document: vscode.TextDocument): string[] {
  const text = document.getText();
  const words = (spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return attributions.map(({ source, content }) => {
    const actor = actors.find(({ id }) => id === source?.actor);
    return `${actor?.name ?? '-'}: ${words(content)}`;
  });
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
