import type { Analysis } from '../../analysis/contract';
import { checkWords } from '../checkWords';
import { drawChains } from './chains';
import { patterns } from './drawing';
import { html, type Markup } from './html';
import { reportModel, type OpenCheck, type ReportModel } from './model';
import type { Report, Wording } from './page';
import { drawText } from './text';
import { drawTimeline } from './timeline';
import { drawKinds, drawNamings, drawVoices, nameOf, sum } from './voices';
import { reportWords, type ReportWords } from './words';

/** So many checks are shown at first. */
const SHOWN_CHECKS = 20;

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
