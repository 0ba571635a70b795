import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Analysis } from '../../analysis/contract';
import type { Article } from '../../articles/article';
import { confidentialActors } from '../../articles/confidential';
import type { DecisionStore } from '../../articles/decisions/store';
import { reasonOf } from '../../articles/errors';
import { withoutPrivate } from '../../articles/privacy';
import type { ExportFormat } from '../../export/formats';
import type { RedactionForm } from '../../export/redact';
import type { ActiveArticle } from '../activeArticle';
import { currentArticle } from '../analysed';
import { fileNameOf, keyOf } from '../documents';
import { openChecks } from '../checks/openChecks';
import { tellInPassing } from '../telling';
import { askWhere } from './files';
import { askWhomToHide } from './whomToHide';

/** Command that asks for everything; a key binding can say it beforehand, as an {@link ExportChoices}. */
const EXPORT = 'sourcelight.export';

type Destination = 'file' | 'clipboard' | 'document';

interface ExportChoices {
  readonly format: ExportFormat;
  readonly to: Destination;
  /** Ids or names of the sources that are not to be named. */
  readonly hide: readonly string[];
  readonly form: RedactionForm;
}

interface Kind {
  readonly label: () => string;
  readonly about: () => string;
  readonly extension: string;
  readonly language: string;
}

const kinds: Record<ExportFormat, Kind> = {
  csv: {
    label: () => 'CSV',
    about: () => l10n.t('a row for each claim, for a spreadsheet'),
    extension: 'csv',
    language: 'plaintext',
  },
  markdown: {
    label: () => 'Markdown',
    about: () => l10n.t('who said what, to read'),
    extension: 'md',
    language: 'markdown',
  },
  json: {
    label: () => 'JSON',
    about: () => l10n.t('the whole analysis, for programs'),
    extension: 'json',
    language: 'json',
  },
  webannotation: {
    label: () => l10n.t('Web Annotations'),
    about: () => l10n.t('JSON-LD after the W3C, which can be imported again'),
    extension: 'jsonld',
    language: 'json',
  },
};

/** Hands what was found in an article over: to a file, the clipboard or a new document. */
export function registerExports(active: ActiveArticle, decisions: DecisionStore): vscode.Disposable {
  return vscode.commands.registerCommand(EXPORT, async (given: unknown) => {
    const { document } = active;
    const article = document && (await currentArticle(active.articles, document));
    if (!document || !article) {
      void vscode.window.showInformationMessage(l10n.t('There is no analysis to export yet.'));
      return;
    }
    const choices =
      isObject(given) && isFormat(given.format) ? completed(given, article) : await ask(article);
    if (!choices) return;
    const { exporters } = await import('../../export/formats');
    const { redact, sourceNamed } = await import('../../export/redact');
    const whole = exportable(article, document, decisions);
    const hide = choices.hide.map(name => (article.actor(name) ? name : sourceNamed(whole, name)));
    const { analysis, text } = redact(whole, article.text, hide, choices.form);
    await deliver(exporters[choices.format](analysis, text), document, choices);
  });
}

/** What is shown of an article, except for what the user keeps private. */
function exportable(article: Article, document: vscode.TextDocument, decisions: DecisionStore): Analysis {
  const { uri } = document;
  // A path outside of the workspace would tell where the user keeps things.
  const file = vscode.workspace.getWorkspaceFolder(uri)
    ? vscode.workspace.asRelativePath(uri, false)
    : fileNameOf(uri);
  return withoutPrivate(
    { ...article.analysis, file, checks: openChecks(article, document) },
    decisions.of(keyOf(document)),
  );
}

/** What a key binding does not say is as for somebody who confirms every question. */
function completed(
  { format, to, hide, form }: Partial<Record<keyof ExportChoices, unknown>>,
  article: Article,
): ExportChoices {
  return {
    format: format as ExportFormat,
    to: to === 'clipboard' || to === 'document' ? to : 'file',
    hide: Array.isArray(hide) ? hide.filter(name => typeof name === 'string') : confidentialActors(article),
    form: form === 'omit' ? 'omit' : 'replace',
  };
}

/** @returns undefined where the user thought better of it */
async function ask(article: Article): Promise<ExportChoices | undefined> {
  const title = l10n.t('Export');
  const format = await vscode.window.showQuickPick(
    Object.entries(kinds).map(([id, { label, about }]) => ({
      label: label(),
      description: about(),
      format: id as ExportFormat,
    })),
    { title, placeHolder: l10n.t('What to export the claims of this article as') },
  );
  const hide = format && (await askWhomToHide(article, title));
  if (!hide) return undefined;
  const form = hide.length > 0 ? await askHow(title) : 'replace';
  if (!form) return undefined;
  const destinations: (vscode.QuickPickItem & { to: Destination })[] = [
    { label: l10n.t('File…'), to: 'file' },
    { label: l10n.t('Clipboard'), to: 'clipboard' },
    { label: l10n.t('New Document'), to: 'document' },
  ];
  const destination = await vscode.window.showQuickPick(destinations, {
    title,
    placeHolder: l10n.t('Where to put it'),
  });
  return destination && { format: format.format, to: destination.to, hide, form };
}

async function askHow(title: string): Promise<RedactionForm | undefined> {
  const forms: (vscode.QuickPickItem & { form: RedactionForm })[] = [
    {
      label: '[source 1]',
      description: l10n.t('what one source said still belongs together'),
      form: 'replace',
    },
    { label: '[…]', description: l10n.t('nothing stands in the place of a name'), form: 'omit' },
  ];
  const picked = await vscode.window.showQuickPick(forms, {
    title,
    placeHolder: l10n.t('What to put in the place of the names'),
  });
  return picked?.form;
}

async function deliver(
  content: string,
  article: vscode.TextDocument,
  { format, to }: ExportChoices,
): Promise<void> {
  const { extension, language } = kinds[format];
  if (to === 'clipboard') {
    await vscode.env.clipboard.writeText(content);
    tellInPassing(l10n.t('Copied to the clipboard.'));
    return;
  }
  if (to === 'document') {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language }));
    return;
  }
  const uri = await askWhere(article.uri, `claims.${extension}`, {
    filters: { [kinds[format].label()]: [extension] },
    title: l10n.t('Export'),
  });
  if (!uri) return;
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(asFile(content, format)));
  } catch (error) {
    void vscode.window.showErrorMessage(l10n.t('The export cannot be saved: {0}', reasonOf(error)));
    return;
  }
  const open = l10n.t('Open the File');
  const told = l10n.t('Exported to {0}.', fileNameOf(uri));
  const chosen = await vscode.window.showInformationMessage(told, open);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', uri);
}

/** Excel takes a CSV file for one in an old encoding unless a byte order mark says UTF-8. */
function asFile(content: string, format: ExportFormat): string {
  return format === 'csv' ? `\ufeff${content}` : content;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isFormat(value: unknown): value is ExportFormat {
  return typeof value === 'string' && Object.hasOwn(kinds, value);
}
