import { html, Markup } from './html';
import { EDITOR_SCRIPT, FILE_SCRIPT } from './script';
import { EDITOR_STYLE, FILE_STYLE } from './style';
import { reportWords } from './words';
// A type alone, gone in what is built.
// eslint-disable-next-line no-restricted-imports
import type { l10n } from 'vscode';

export interface Report {
  readonly title: string;
  /** HTML of everything that is to be seen. */
  readonly body: string;
}

export interface Wording {
  /** `vscode.l10n`, or `english`. */
  readonly l10n: Pick<typeof l10n, 't'>;
  /** Language of the words, as a BCP 47 tag. */
  readonly language: string;
}

/** What stands in place of a report where there is none: a sentence that says why. */
export function noReport(sentence: string, { l10n, language }: Wording): Report {
  const { title } = reportWords(l10n, language);
  const body = html`<main>
    <h1>${title}</h1>
    <p class="brief">${sentence}</p>
  </main>`;
  return { title, body: body.text };
}

/**
 * A report as a file of its own, which needs nothing else.
 *
 * @param nonce random letters and digits; what the page may run has them
 */
export function reportFile(report: Report, language: string, nonce: string): string {
  return page(report, language, nonce, { style: FILE_STYLE, script: FILE_SCRIPT, key: undefined });
}

/**
 * A report as a page of a tab in the editor.
 *
 * @param key of the article, by which the tab finds it after a restart
 */
export function reportTab(report: Report, language: string, nonce: string, key: string): string {
  return page(report, language, nonce, { style: EDITOR_STYLE, script: EDITOR_SCRIPT, key });
}

function page(
  { title, body }: Report,
  language: string,
  nonce: string,
  {
    style,
    script,
    key,
  }: { readonly style: string; readonly script: string; readonly key: string | undefined },
): string {
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style nonce="${nonce}">${new Markup(style)}</style>
</head>
<body${key === undefined ? undefined : html` data-key="${key}"`}>
<div id="report">${new Markup(body)}</div>
<script nonce="${nonce}">${new Markup(script)}</script>
</body>
</html>
`.text;
}
