import type { Analysis } from '../../analysis/contract';
import { checkWords } from '../checkWords';
import { drawChains } from './chains';
import { patterns } from './drawing';
import { html, Markup } from './html';
import { reportModel, type OpenCheck, type ReportModel } from './model';
import { EDITOR_SCRIPT, FILE_SCRIPT } from './script';
import { EDITOR_STYLE, FILE_STYLE } from './style';
import { drawText } from './text';
import { drawTimeline } from './timeline';
import { drawKinds, drawNamings, drawVoices, nameOf, sum } from './voices';
import { reportWords, type ReportWords } from './words';
// A type alone, gone in what is built.
// eslint-disable-next-line no-restricted-imports
import type { l10n } from 'vscode';

/** So many checks are shown at first. */
const SHOWN_CHECKS = 20;

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

/**
 * The Sources report: who speaks how much, named or not, quoted or not, where, by way of whom, and what is open.
 *
 * @param analysis with those checks that are open
 * @param text the text that was analysed
 */
export function sourcesReport(analysis: Analysis, text: string, { l10n, language }: Wording): Report {
  const words = reportWords(l10n, language);
  const model = reportModel(analysis, text);
  const about = [model.byline, model.date, model.outlet].filter(part => part !== '').join(' · ');
  const sections: readonly (readonly [id: string, title: string, content: Markup])[] = [
    ['figures', words.figures, drawFigures(model, words)],
    ...(model.claims.length === 0
      ? []
      : ([
          ['voices', words.voices, drawVoices(model, words)],
          ['namings', words.namings, drawNamings(model, words)],
          ['kinds', words.kinds, drawKinds(model, words)],
          ['timeline', words.timeline, drawTimeline(model, words)],
          ['chains', words.chains, drawChains(model, words)],
        ] as const)),
    ['checks', words.checks, drawChecks(model, checkWords(l10n), words)],
    [
      'text',
      words.text,
      html`<p class="how">${words.textHow}</p>
        <article lang="${languageOf(analysis)}">${drawText(model, text, words)}</article>`,
    ],
  ];
  const body = html`<a class="skip" href="#main">${words.skip}</a>
    ${patterns()}
    <header>
      <p class="kicker">${words.title}</p>
      <h1 lang="${languageOf(analysis)}">${model.title || words.title}</h1>
      ${about === '' ? undefined : html`<p class="about">${about}</p>`}
      <nav aria-label="${words.contents}">
        <ul>
          ${sections.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li> `)}
        </ul>
      </nav>
    </header>
    <main id="main">
      ${sections.map(
        ([id, title, content]) =>
          html`<section id="${id}" aria-labelledby="${id}-title">
            <h2 id="${id}-title">${title}</h2>
            ${content}
          </section> `,
      )}
    </main>
    <footer>${words.footer}</footer>`;
  return { title: words.titleOf(model.title || words.title), body: body.text };
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

function drawFigures(model: ReportModel, words: ReportWords): Markup {
  const { claims, voices, checks, partial } = model;
  const given = voices.filter(({ naming }) => naming !== 'nobody');
  const [first] = given;
  const named = given.filter(({ naming }) => naming === 'named').length;
  const anonymous = given.filter(({ naming }) => naming === 'individual' || naming === 'group').length;
  const withoutSource = claims.length - sum(given, voice => voice.claims.length);
  const statuses = (['confirmed', 'disputed', 'wrong', 'unchecked'] as const)
    .map(status => [status, claims.filter(claim => claim.status === status).length] as const)
    .filter(([, count]) => count > 0);
  const sentences = [
    claims.length === 0 ? words.noClaims : words.claimsFrom(claims.length, given.length),
    ...(first
      ? [
          words.ofTheSources(named, anonymous, given.length - named - anonymous),
          words.heardMost(nameOf(first, words), first.words, model.words),
        ]
      : []),
    ...(claims.length > 0
      ? [
          words.directShare(
            sum(voices, ({ wordsBy }) => wordsBy.direct),
            model.words,
          ),
        ]
      : []),
    ...(withoutSource > 0 ? [words.withoutSource(withoutSource)] : []),
    ...(statuses.length > 0 ? [words.verified(statuses)] : []),
    words.openChecks(checks.length),
  ];
  return html`${partial ? html`<p role="note">${words.partial}</p>` : undefined}
    <p class="brief">${sentences.join(' ')}</p>`;
}

function drawChecks(
  { checks }: ReportModel,
  { titles, sentence }: ReturnType<typeof checkWords>,
  words: ReportWords,
): Markup {
  if (checks.length === 0) return html`<p>${words.noChecks}</p>`;
  const item = ({ check, number, line, words: quoted }: OpenCheck) =>
    html`<li>
      <a href="#check-${number}">⚑${words.number(number)} ${titles[check.code]()}</a>
      <small>${words.line(line)}: “${quoted}”</small>
      ${sentence(check)}
    </li> `;
  const rest = checks.slice(SHOWN_CHECKS);
  return html`<ol class="checks">
      ${checks.slice(0, SHOWN_CHECKS).map(item)}
    </ol>
    ${
      rest.length === 0
        ? undefined
        : html`<details class="rest">
            <summary>${words.moreChecks(rest.length)}</summary>
            <ol class="checks" start="${SHOWN_CHECKS + 1}">
              ${rest.map(item)}
            </ol>
          </details>`
    }`;
}

function languageOf({ language }: Analysis): string {
  return language === 'und' ? 'en' : language;
}
