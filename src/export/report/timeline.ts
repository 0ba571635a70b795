import { ticks } from 'd3-array';
import { shortened } from '../shortened';
import { legend, percent, percentOf, rect, tableAlternative, type Piece } from './drawing';
import { html, type Markup } from './html';
import { KINDS, type ReportModel, type Told, type Voice } from './model';
import { nameOf, label, withRest } from './voices';
import type { ReportWords } from './words';

/** Marks narrower than this, in percent, could not be seen or met with a finger. */
const NARROWEST = 1;
/** Marks of one voice that are nearer to one another than this, in percent, become one. */
const NEAREST = 0.25;
const TICKS = 5;
const BEGINNING = 80;

/** A mark of the timeline: one claim, or several that lie too close together to be told apart. */
interface TimelineMark extends Piece {
  readonly told: readonly Told[];
}

/** Where each voice appears: a row for each, with a mark at each of its claims. */
export function drawTimeline({ voices, count }: ReportModel, words: ReportWords): Markup {
  const scale = percentOf(count.total);
  const place = ({ claim }: Told) =>
    claim.content.map(span => ({ from: scale(count.before(span.start)), to: scale(count.before(span.end)) }));
  const ids = new Map(voices.map((voice, index) => [voice, `line-${index}`]));
  const row = (voice: Voice) =>
    html`<li class="row">
      <span class="who" id="${ids.get(voice) ?? ''}">${label(voice, words)}</span>
      <svg class="line" role="group" aria-labelledby="${ids.get(voice) ?? ''}" height="24">
        <line class="axis" x1="0" x2="100%" y1="12" y2="12" />
        ${marksOf(voice, place).map(mark => drawMark(mark, voice, words))}
      </svg>
    </li>`;
  return html`<p class="how">${words.timelineHow}</p>
    ${legend(KINDS.map(kind => [`kind-${kind}`, words.kind[kind]]))}
    <a class="skip" href="#after-timeline">${words.skipTimeline}</a>
    <div class="timeline">
      ${withRest(voices, words, row)}
      <div class="row" aria-hidden="true">
        <span class="who note">${words.wordAxis}</span>
        <svg class="ticks" focusable="false" height="22">
          ${ticks(0, count.total, TICKS).map(
            tick =>
              html`<line
                  class="axis"
                  x1="${percent(scale(tick))}"
                  x2="${percent(scale(tick))}"
                  y1="0"
                  y2="5"
                />
                <text
                  x="${percent(scale(tick))}"
                  y="18"
                  text-anchor="${scale(tick) > 95 ? 'end' : tick === 0 ? 'start' : 'middle'}"
                >
                  ${words.number(tick)}
                </text>`,
          )}
        </svg>
      </div>
    </div>
    <div id="after-timeline">
      ${tableAlternative(
        words.asTable(words.timeline),
        [words.claimsHead, words.source, words.quotedHead, words.wordsHead, words.statusHead],
        voices
          .flatMap(voice => voice.claims.map(told => ({ voice, told })))
          .sort((a, b) => a.told.number - b.told.number)
          .map(({ voice, told }) => [
            html`<a href="#claim-${told.claim.id}"
              >${words.number(told.number)} ${shortened(told.words, BEGINNING)}</a
            >`,
            nameOf(voice, words),
            words.kind[told.claim.kind],
            words.number(count.within(told.span)),
            told.status === null ? '' : words.status[told.status],
          ]),
      )}
    </div>`;
}

function marksOf(
  { claims }: Voice,
  place: (told: Told) => { readonly from: number; readonly to: number }[],
): TimelineMark[] {
  const marks: TimelineMark[] = [];
  const places = claims.flatMap(told => place(told).map(at => ({ ...at, told })));
  for (const { from, to, told } of places.sort((a, b) => a.from - b.from)) {
    const start = Math.min(from, 100 - NARROWEST);
    const end = Math.max(to, start + NARROWEST);
    const last = marks.at(-1);
    if (!last || last.to + NEAREST < start) {
      marks.push({ className: `kind-${told.claim.kind}`, from: start, to: end, told: [told] });
      continue;
    }
    const isSame = last.told.includes(told);
    marks[marks.length - 1] = {
      className: last.className === `kind-${told.claim.kind}` ? last.className : 'kind-mixed',
      from: last.from,
      to: Math.max(last.to, end),
      told: isSame ? last.told : [...last.told, told],
    };
  }
  return marks;
}

function drawMark(mark: TimelineMark, voice: Voice, words: ReportWords): Markup {
  const [first] = mark.told;
  const last = mark.told.at(-1);
  if (!first || !last) return html``;
  const name = nameOf(voice, words);
  const what =
    first === last
      ? words.claimAt(first.number, name, words.kind[first.claim.kind], shortened(first.words, BEGINNING))
      : words.claimsAt(first.number, last.number, name);
  return html`<a href="#claim-${first.claim.id}" aria-label="${what}"
    ><title>${what}</title>${rect(mark, 3, 18)}</a
  >`;
}
