import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Articles } from '../articles/articles';
import { LEVELS, type Level } from '../articles/levels';
import { changeSetting, onDidChangeSettings, settings } from './settings';
import { levelMeanings, levelWords } from './words';

/** Command that asks for the level, or takes it as its argument. */
const CHOOSE_LEVEL = 'sourcelight.chooseLevel';

/** Lets the user choose how much is shown, and shows it. */
export function registerLevels(articles: Articles): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(CHOOSE_LEVEL, async (given: unknown) => {
      const level = LEVELS.find(known => known === given) ?? (await askForLevel());
      if (level) await changeSetting('level', level);
    }),
    onDidChangeSettings(['level'], () => {
      articles.levelChanged();
    }),
  );
}

function askForLevel(): Promise<Level | undefined> {
  const current = settings.level();
  const picker = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly level: Level }>();
  picker.title = l10n.t('Which Claims to Show');
  picker.items = LEVELS.map(level => ({
    level,
    label: levelWords[level](),
    description: level === current ? l10n.t('chosen now') : '',
    detail: levelMeanings[level](),
  }));
  picker.activeItems = picker.items.filter(({ level }) => level === current);
  return new Promise(resolve => {
    picker.onDidAccept(() => {
      resolve(picker.activeItems[0]?.level);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
