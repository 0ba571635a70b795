import Table from 'cli-table3';
import type { Actor, Analysis, Attribution, Span } from '../analysis/contract';
import { placesIn } from './places';
import { clean, count, quote } from './words';

export interface TableStyle {
  /** Width to keep to, in characters. */
  readonly columns: number;
  readonly color: boolean;
}

const HEADINGS = ['Source', 'Cue', 'Kind', 'Claim'];
const CUE_WIDTH = 16;
const KIND_WIDTH = 10;
const NARROWEST = 60;
/** What the frame and the padding of four columns take. */
const FRAME = 5;

const FACT_WIDTH = 10;
const NO_FRAME = Object.fromEntries(
  (
    'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right ' +
    'right-mid middle'
  )
    .split(' ')
    .map(name => [name, '']),
);

const bold = (text: string): string => `\u001b[1m${text}\u001b[22m`;

/**
 * Prints an analysis for people to read: a line of counts, what the article states about itself and how much of it is
 * left out, a row for each attribution in the order of the text, then a line for each check with its place.
 *
 * @param text the text that was analysed
 * @returns lines no wider than the style's columns (but at least 60), with a newline at the end
 */
export function toTable(analysis: Analysis, text: string, { columns, color }: TableStyle): string {
  const title = analysis.id ?? analysis.file ?? '';
  const lines = [[title && clean(title), summary(analysis)].filter(part => part !== '').join(': ')];
  lines.push(...aboutArticle(analysis, text, columns));
  if (analysis.attributions.length > 0) {
    const room = Math.max(NARROWEST, columns) - FRAME - CUE_WIDTH - KIND_WIDTH;
    const sourceWidth = Math.floor(room * 0.35);
    const widths = [sourceWidth, CUE_WIDTH, KIND_WIDTH, room - sourceWidth];
    const table = new Table({
      head: color ? HEADINGS.map(bold) : HEADINGS,
      colWidths: widths,
      wordWrap: true,
      // The library's own colours depend on the terminal that the process runs in.
      style: { head: [], border: [] },
    });
    const actors = new Map(analysis.actors.map(actor => [actor.id, actor]));
    for (const attribution of analysis.attributions) {
      const cells = [
        sourceCell(attribution, actors, text),
        quote(text, attribution.cue),
        attribution.kind,
        quote(text, attribution.content),
      ];
      table.push(cells.map((cell, column) => breakLongWords(cell, (widths[column] ?? columns) - 2)));
    }
    lines.push(table.toString());
  }
  lines.push(...checkLines(analysis, text, columns));
  return lines.join('\n') + '\n';
}

/** A line each, or more where they are long. */
function aboutArticle({ article }: Analysis, text: string, columns: number): string[] {
  const { headline, byline, date, outlet, excluded } = article;
  const facts: [name: string, words: string][] = [
    ['Headline', headline ? quote(text, [headline]) : ''],
    ['Byline', byline ? quote(text, [byline]) : ''],
    ['Date', date ?? ''],
    ['Outlet', outlet === null ? '' : clean(outlet)],
    ['Left out', excluded.length > 0 ? count(excluded.length, 'part') : ''],
  ];
  const width = Math.max(NARROWEST, columns) - FACT_WIDTH;
  const table = new Table({
    colWidths: [FACT_WIDTH, width],
    wordWrap: true,
    chars: NO_FRAME,
    style: { 'padding-left': 0, 'padding-right': 0 },
  });
  for (const [name, words] of facts) if (words !== '') table.push([`${name}:`, breakLongWords(words, width)]);
  return table.length > 0
    ? table
        .toString()
        .split('\n')
        .map(line => line.trimEnd())
    : [];
}

function summary({ attributions, actors, quotations }: Analysis): string {
  const sources = new Set(attributions.flatMap(({ source }) => source?.actor ?? []));
  const anonymous = actors.filter(({ id, anonymous }) => anonymous && sources.has(id)).length;
  const speech = quotations.filter(({ role }) => role === 'speech').length;
  return (
    `${count(attributions.length, 'attribution')}, ${count(sources.size, 'source')} ` +
    `(${anonymous} anonymous), ${count(speech, 'quotation')}`
  );
}

/** Line and column of each check, counted from 1 as editors do, its code and the beginning of its words. */
function checkLines({ checks }: Analysis, text: string, columns: number): string[] {
  const placeOf = placesIn(text);
  return checks.map(({ code, span }) => {
    const { line, column } = placeOf(span.start);
    const place = `${line}:${column}`;
    const start = `${place} ${code}`;
    const room = Math.max(NARROWEST, columns) - start.length - 2;
    const words = quote(text, [span]);
    return `${start}: ${words.length > room ? `${words.slice(0, room - 1)}…` : words}`;
  });
}

function sourceCell(attribution: Attribution, actors: ReadonlyMap<string, Actor>, text: string): string {
  const nameOf = (id: string | null, mention: readonly Span[]) =>
    clean((id === null ? undefined : actors.get(id)?.name) ?? quote(text, mention));
  const { source, via, channel, hearsay } = attribution;
  const lines: string[] = [];
  if (source) {
    const actor = actors.get(source.actor);
    lines.push(nameOf(source.actor, source.mention) + (actor?.anonymous ? ' (anonymous)' : ''));
    const affiliated = actor?.roles[0];
    if (affiliated) {
      const { text: role, affiliation } = affiliated;
      const isTold = affiliation === null || role.includes(affiliation.text);
      lines.push(clean(isTold ? role : `${role}, ${affiliation.text}`));
    }
  } else {
    lines.push('–');
  }
  for (const { actor, mention } of via) lines.push(`via: ${nameOf(actor, mention)}`);
  for (const { actor, mention } of channel) lines.push(`channel: ${nameOf(actor, mention)}`);
  if (hearsay) lines.push(`hearsay: ${quote(text, [hearsay])}`);
  return lines.join('\n');
}

/** The table wraps at spaces and cuts off words wider than the cell: such words are broken up before. */
function breakLongWords(cell: string, width: number): string {
  return cell.replace(/\S+/g, word => {
    // Letters of other scripts may take two columns each.
    const most = /^[\x20-\u024f\u2000-\u206f]*$/.test(word) ? width : width >> 1;
    const characters = Array.from(word);
    const parts: string[] = [];
    while (characters.length > 0) parts.push(characters.splice(0, most).join(''));
    return parts.join(' ');
  });
}
