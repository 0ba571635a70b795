import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** What a person picks, by a part of its label, or writes; undefined for who thinks better of it. */
interface Answers {
  readonly pick?: string | readonly string[] | undefined;
  readonly input?: string | undefined;
  /** Where to save. */
  readonly save?: vscode.Uri | undefined;
}

const ASKS = ['showQuickPick', 'showInputBox', 'showSaveDialog', 'showInformationMessage'] as const;

/** Runs something that asks the user, with the answers at hand; what it tells is closed at once. */
export async function answering(answers: Answers, run: () => PromiseLike<unknown>): Promise<void> {
  const window = vscode.window as unknown as Record<(typeof ASKS)[number], unknown>;
  const before = Object.fromEntries(ASKS.map(ask => [ask, window[ask]]));
  window.showQuickPick = async (items: PromiseLike<vscode.QuickPickItem[]> | vscode.QuickPickItem[]) => {
    const offered = await items;
    const { pick } = answers;
    if (pick === undefined) return undefined;
    const find = (label: string) => {
      const found = offered.find(item => item.label.includes(label));
      assert.ok(found, `${label} in ${offered.map(item => item.label).join()}`);
      return found;
    };
    return typeof pick === 'string' ? find(pick) : pick.map(find);
  };
  window.showInputBox = () => Promise.resolve(answers.input);
  window.showSaveDialog = () => Promise.resolve(answers.save);
  window.showInformationMessage = () => Promise.resolve(undefined);
  try {
    await run();
  } finally {
    Object.assign(window, before);
  }
}

const TELLS = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const;

/** What the user is told while something runs, in the order in which it is told; whoever sees it lets it be. */
export async function telling(run: (told: readonly string[]) => Promise<unknown>): Promise<void> {
  const window = vscode.window as unknown as Record<(typeof TELLS)[number], unknown>;
  const before = Object.fromEntries(TELLS.map(tell => [tell, window[tell]]));
  const told: string[] = [];
  for (const tell of TELLS) {
    window[tell] = (message: string) => {
      told.push(message);
      return Promise.resolve(undefined);
    };
  }
  try {
    await run(told);
  } finally {
    Object.assign(window, before);
  }
}
