import * as vscode from 'vscode';

const FILE = 'samples/harbour-deal.article';

/** Opens a copy of the sample article: an untitled one, so that whoever tries things out in it changes no file. */
export function registerSample(files: {
  readonly read: (relative: string) => Promise<Uint8Array>;
}): vscode.Disposable {
  let sample: vscode.TextDocument | undefined;
  return vscode.commands.registerCommand('sourcelight.openSample', async () => {
    if (!sample || sample.isClosed) {
      const content = new TextDecoder().decode(await files.read(FILE));
      sample = await vscode.workspace.openTextDocument({ language: 'news-article', content });
    }
    await vscode.window.showTextDocument(sample);
  });
}
