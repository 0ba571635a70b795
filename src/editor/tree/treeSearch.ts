import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { VERIFICATION_STATUSES } from '../../articles/decisions/decision';
import { statusWords } from '../decisions/correctionWords';
import type { TreeChoices } from '../treeChoices';
import type { TreeOptions } from './treeOptions';

/** Asks which claims the tree is to show. */
export function registerTreeSearch(choices: TreeChoices<TreeOptions>): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('sourcelight.searchClaims', async () => {
      const search = await vscode.window.showInputBox({
        title: l10n.t('Search the Claims'),
        prompt: l10n.t('Words of a claim, of its note or of a source’s name; nothing shows all again'),
        value: choices.options.search,
      });
      if (search !== undefined) await choices.change({ search: search.trim() });
    }),
    vscode.commands.registerCommand('sourcelight.filterByStatus', async () => {
      const { statuses } = choices.options;
      const picked = await vscode.window.showQuickPick(
        VERIFICATION_STATUSES.map(status => ({
          status,
          label: statusWords[status](),
          picked: statuses.includes(status),
        })),
        { title: l10n.t('Show Claims That Are…'), placeHolder: l10n.t('None shows all'), canPickMany: true },
      );
      if (picked) await choices.change({ statuses: picked.map(({ status }) => status) });
    }),
  );
}
