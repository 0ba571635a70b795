import { legend, percent, percentOf, pieces, rect, swatch, tableAlternative } from './drawing';
import { html, type Markup } from './html';
import { KINDS, NAMINGS, type ReportModel, type Voice } from './model';
import type { ReportWords } from './words';

/** So many voices are shown at first; the rest are summed up. */
export const SHOWN_VOICES = 12;

export function nameOf(voice: Pick<Voice, 'name' | 'naming'>, words: ReportWords): string {
  return voice.naming === 'nobody' ? words.naming.nobody : voice.name;
}

/** A name, with what shows that it is none. */
export function label(voice: Pick<Voice, 'name' | 'naming'>, words: ReportWords): Markup {
  const note = voice.naming === 'named' || voice.naming === 'nobody' ? undefined : words.naming[voice.naming];
  return html`<bdi>${nameOf(voice, words)}</bdi
    >${note === undefined ? undefined : html` <span class="note">${note}</span>`}`;
}

/** What is too long for one look: the first rows, and the others behind a line that sums them up. */
export function withRest(
  voices: readonly Voice[],
  words: ReportWords,
  row: (voice: Voice) => Markup,
): Markup {
  const rest = voices.slice(SHOWN_VOICES);
  return html`<ol class="rows">
      ${voices.slice(0, SHOWN_VOICES).map(row)}
    </ol>
    ${
      rest.length === 0
        ? undefined
        : html`<details class="rest">
            <summary>
              ${words.rest(
                rest.length,
                sum(rest, ({ words }) => words),
                sum(rest, ({ claims }) => claims.length),
              )}
            </summary>
            <ol class="rows" start="${SHOWN_VOICES + 1}">
              ${rest.map(row)}
            </ol>
          </details>`
    }`;
}

/** Who speaks how much: bars of words and of claims. */
export function drawVoices({ voices }: ReportModel, words: ReportWords): Markup {
  const ofWords = percentOf(Math.max(...voices.map(voice => voice.words)));
  const ofClaims = percentOf(Math.max(...voices.map(({ claims }) => claims.length)));
  const ids = new Map(voices.map((voice, index) => [voice, `bar-${index}`]));
  const row = (voice: Voice) => {
    const id = ids.get(voice) ?? '';
    const amount = words.amount(voice.words, voice.claims.length);
    const bars = pieces(KINDS.map(kind => [`kind-${kind}`, ofWords(voice.wordsBy[kind])]));
    return html`<li class="row">
      <span class="who"
        >${label(voice, words)}${voice.about === '' ? undefined : html`<small>${voice.about}</small>`}</span
      >
      <svg class="bar" role="img" aria-labelledby="${id} ${id}-more" height="22">
        <title id="${id}">${words.pair(nameOf(voice, words), amount)}</title>
        <desc id="${id}-more">
          ${KINDS.map(kind => words.pair(words.kind[kind], words.words(voice.wordsBy[kind]))).join('; ')}
        </desc>
        ${bars.map(piece => rect(piece, 1, 12))}
        <rect class="claims" x="0" y="16" width="${percent(ofClaims(voice.claims.length))}" height="4" />
      </svg>
      <span class="amount">${amount}</span>
    </li>`;
  };
  return html`<p class="how">${words.voicesHow}</p>
    ${legend([...KINDS.map(kind => [`kind-${kind}`, words.kind[kind]] as const), ['claims', words.claimsHead]])}
    ${withRest(voices, words, row)}
    ${tableAlternative(
      words.asTable(words.voices),
      [
        words.source,
        words.nature,
        words.wordsHead,
        words.claimsHead,
        ...KINDS.map(kind => words.pair(words.kind[kind], words.wordsHead)),
      ],
      voices.map(voice => [
        nameOf(voice, words),
        words.naming[voice.naming],
        words.number(voice.words),
        words.number(voice.claims.length),
        ...KINDS.map(kind => words.number(voice.wordsBy[kind])),
      ]),
    )}`;
}

interface Part {
  readonly className: string;
  readonly label: string;
  readonly sources: number;
  readonly claims: number;
  readonly words: number;
}

/** Named against anonymous: one bar of all words, and the numbers. */
export function drawNamings({ voices }: ReportModel, words: ReportWords): Markup {
  const parts = NAMINGS.map(naming => {
    const group = voices.filter(voice => voice.naming === naming);
    return {
      className: `naming-${naming}`,
      label: words.naming[naming],
      sources: naming === 'nobody' ? 0 : group.length,
      claims: sum(group, ({ claims }) => claims.length),
      words: sum(group, voice => voice.words),
    };
  });
  return drawParts('namings', words.namings, parts, words);
}

/** Direct against indirect: one bar of all words, and the numbers. */
export function drawKinds({ voices }: ReportModel, words: ReportWords): Markup {
  const parts = KINDS.map(kind => {
    const group = voices.filter(({ claims }) => claims.some(({ claim }) => claim.kind === kind));
    return {
      className: `kind-${kind}`,
      label: words.kind[kind],
      sources: group.filter(({ naming }) => naming !== 'nobody').length,
      claims: sum(voices, ({ claims }) => claims.filter(({ claim }) => claim.kind === kind).length),
      words: sum(voices, ({ wordsBy }) => wordsBy[kind]),
    };
  });
  return drawParts('kinds', words.kinds, parts, words);
}

/** The numbers stand below the bar for everybody: they are its legend too. */
function drawParts(id: string, title: string, all: readonly Part[], words: ReportWords): Markup {
  const parts = all.filter(({ claims }) => claims > 0);
  const whole = sum(parts, part => part.words);
  const scale = percentOf(whole);
  return html`<svg class="bar whole" role="img" aria-labelledby="${id}-bar ${id}-more" height="28">
      <title id="${id}-bar">${words.byWords(title)}</title>
      <desc id="${id}-more">
        ${parts.map(part => words.pair(part.label, words.share(part.words, whole))).join('; ')}
      </desc>
      ${pieces(parts.map(part => [part.className, scale(part.words)])).map(piece => rect(piece, 1, 26))}
    </svg>
    <div class="scroll" tabindex="0" role="group" aria-label="${title}">
      <table>
        <thead>
          <tr>
            <th scope="col">${title}</th>
            <th scope="col">${words.sourcesHead}</th>
            <th scope="col">${words.claimsHead}</th>
            <th scope="col">${words.wordsHead}</th>
            <th scope="col">${words.shareHead}</th>
          </tr>
        </thead>
        <tbody>
          ${parts.map(
            part =>
              html`<tr>
                <th scope="row">${swatch(part.className)} ${part.label}</th>
                <td>${words.number(part.sources)}</td>
                <td>${words.number(part.claims)}</td>
                <td>${words.number(part.words)}</td>
                <td>${words.share(part.words, whole)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

export function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
