import { LEVELS } from '../src/articles/levels';
import type { BootstrapOptions } from './bootstrap';
import type { PrecisionRecall } from './score';
import { NAMINGS, type AnonymityScores } from './scoreAnonymity';
import { QUOTED_SPEECH } from './scoreAttributions';
import type { Report, Scores } from './scoreReport';

/** A share of the scores, shown in percent with its interval; text is shown as it is. */
type Cell = string | ((scores: Scores) => number);

interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const percent = (share: number): string => (100 * share).toFixed(1);

/**
 * The tables of a report in Markdown, with a line of counts before them.
 *
 * @param options of the intervals
 */
export function reportTables(report: Report, options?: BootstrapOptions): string {
  const { attributions } = report.scores;
  const summary =
    `${report.articles} articles, ${attributions.gold} claims annotated, ${attributions.predicted} found. ` +
    'In per cent, with intervals of 95 %.';
  const tables = [
    attributionsTable(),
    sharesTable(),
    groupsTable(report),
    levelsTable(report),
    ...(report.scores.actors ? [actorsTable()] : []),
  ];
  const { anonymity } = report.scores;
  return [
    summary,
    ...render(report, tables, options),
    ...(anonymity
      ? [...render(report, [anonymityTable(anonymity)], options), confusionTable(anonymity)]
      : []),
    calibrationText(report),
  ].join('\n\n');
}

/** The first of a report's tables alone: the claims found. */
export const attributionsOnly = (report: Report): string =>
  render(report, [attributionsTable()]).join('\n\n');

function attributionsTable(): Table {
  const row = (label: string, of: (scores: Scores) => PrecisionRecall): Cell[] => [
    label,
    scores => of(scores).precision,
    scores => of(scores).recall,
    scores => of(scores).f1,
  ];
  return {
    head: ['', 'precision', 'recall', 'F1'],
    rows: [
      row('content (Dice ≥ 0.5)', ({ attributions }) => attributions.content),
      row('content, exact words', ({ attributions }) => attributions.contentExact),
      row('end to end (content and source)', ({ attributions }) => attributions.endToEnd),
      row('words of contents', ({ attributions }) => attributions.words.content),
      row('words of sources', ({ attributions }) => attributions.words.source),
      row('words of cues', ({ attributions }) => attributions.words.cue),
    ],
  };
}

const sharesTable = (): Table => ({
  head: ['of the claims found', 'right'],
  rows: [
    ['source', ({ attributions }) => attributions.sourceRight],
    ['source, exact words', ({ attributions }) => attributions.sourceExact],
    ['cue', ({ attributions }) => attributions.cueRight],
  ],
});

const groupsTable = ({ scores }: Report): Table => ({
  head: ['kind/cue kind', 'annotated', 'found', 'found with source'],
  rows: [...scores.attributions.found].map(([group, { gold }]) => [
    group === QUOTED_SPEECH ? `${group} (direct and mixed/speech)` : group,
    String(gold),
    ({ attributions }) => attributions.found.get(group)?.content ?? NaN,
    ({ attributions }) => attributions.found.get(group)?.endToEnd ?? NaN,
  ]),
});

const levelsTable = ({ scores }: Report): Table => ({
  head: ['level', 'shown', 'precision', 'recall', 'quoted speech: precision', 'quoted speech: found'],
  rows: LEVELS.map(level => [
    level,
    String(scores.levels[level].attributions.predicted),
    ({ levels }) => levels[level].attributions.content.precision,
    ({ levels }) => levels[level].attributions.content.recall,
    ({ levels }) => levels[level].quotedSpeechPrecision,
    ({ levels }) => levels[level].attributions.found.get(QUOTED_SPEECH)?.content ?? NaN,
  ]),
});

const actorsTable = (): Table => ({
  head: ['actors', ''],
  rows: [
    ['attributions found', ({ actors }) => actors?.found ?? NaN],
    ['right actor, of those found', ({ actors }) => actors?.actorRight ?? NaN],
    ['named or anonymous right, of those found', ({ actors }) => actors?.namedRight ?? NaN],
    ['anonymous: precision', ({ actors }) => actors?.anonymous.precision ?? NaN],
    ['anonymous: recall', ({ actors }) => actors?.anonymous.recall ?? NaN],
    ['mentions F1', ({ actors }) => actors?.coreference.mentions ?? NaN],
    ['MUC', ({ actors }) => actors?.coreference.muc ?? NaN],
    ['B³', ({ actors }) => actors?.coreference.b3 ?? NaN],
    ['CEAF-e', ({ actors }) => actors?.coreference.ceafe ?? NaN],
    ['mean of MUC, B³, CEAF-e', ({ actors }) => actors?.coreference.mean ?? NaN],
  ],
});

const anonymityTable = ({ labelled, found }: AnonymityScores): Table => ({
  head: ['anonymous', 'precision', 'recall', 'F1'],
  rows: [
    [
      `of the ${found} labelled sources found`,
      ({ anonymity }) => anonymity?.ofFound.precision ?? NaN,
      ({ anonymity }) => anonymity?.ofFound.recall ?? NaN,
      ({ anonymity }) => anonymity?.ofFound.f1 ?? NaN,
    ],
    [
      `of all ${labelled} labelled`,
      ({ anonymity }) => anonymity?.ofAll.precision ?? NaN,
      ({ anonymity }) => anonymity?.ofAll.recall ?? NaN,
      ({ anonymity }) => anonymity?.ofAll.f1 ?? NaN,
    ],
  ],
});

/** Numbers of sources: what each label was taken for. */
const confusionTable = ({ confusion }: AnonymityScores): string =>
  markdown(
    ['labelled, in a row; taken for, in a column', ...NAMINGS],
    NAMINGS.map(label => [label, ...NAMINGS.map(taken => String(confusion(label, taken)))]),
  );

function calibrationText({ scores: { calibration } }: Report): string {
  const rows = calibration.bins
    .filter(({ claims }) => claims > 0)
    .map(({ from, to, claims, confidence, right }) => [
      `${from.toFixed(1)}–${to.toFixed(1)}`,
      String(claims),
      percent(confidence),
      percent(right),
    ]);
  const table = markdown(['confidence', 'claims', 'mean confidence', 'right'], rows);
  return `Expected calibration error: ${calibration.error.toFixed(3)}\n\n${table}`;
}

function render(report: Report, tables: readonly Table[], options?: BootstrapOptions): string[] {
  const measures = tables
    .flatMap(({ rows }) => rows.flat())
    .flatMap(cell => (typeof cell === 'function' ? [cell] : []));
  const intervals = report.intervals(measures, options);
  const texts = new Map(
    measures.map((measure, index) => {
      const { low, high } = intervals[index]!;
      return [measure, `${percent(measure(report.scores))} (${percent(low)}–${percent(high)})`];
    }),
  );
  return tables.map(({ head, rows }) =>
    markdown(
      head,
      rows.map(cells => cells.map(cell => (typeof cell === 'function' ? texts.get(cell)! : cell))),
    ),
  );
}

/** A table that reads well in a terminal too. */
export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...rows.map(row => row[column]!.length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? `:${'-'.repeat(width + 1)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

const END = '<!-- end of tables -->';

/**
 * Puts tables between a document's two markers.
 *
 * @param command that writes them, which the first marker names
 */
export function replaceTables(document: string, tables: string, command = 'evaluate'): string {
  const marker = `<!-- tables: npm run ${command} -- --write -->`;
  const [begin, end] = [document.indexOf(marker), document.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`The document has no ${marker} … ${END}`);
  return `${document.slice(0, begin)}${marker}\n\n${tables}\n\n${document.slice(end)}`;
}
