import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expose } from 'comlink';
import * as fc from 'fast-check';
import { analyze, AnalysisSteps } from '../../src/analysis/analyze';
import { readWeights } from '../../src/analysis/tagger';
import { AnalysisClient, type Onlooker } from '../../src/articles/client';
import { judge } from '../../src/articles/eligibility';
import { systemClock } from '../../src/articles/host';
import { AnalysisWorker } from '../../src/articles/service';
import { anyCharacter } from '../characters';

const root = join(__dirname, '..', '..');
const weights = readFileSync(join(root, 'model', 'tagger.bin'));
const tagger = readWeights(weights);
const silent = () => undefined;

/** An article in an editor: its worker in this same thread, over a real message channel. */
export class Editor {
  readonly #channel = new MessageChannel();
  readonly client: AnalysisClient;

  constructor() {
    const { port1, port2 } = this.#channel;
    const begin = (...args: ConstructorParameters<typeof AnalysisSteps>) => new AnalysisSteps(...args);
    expose(
      new AnalysisWorker({
        begin,
        judge,
        readWeights: () => tagger,
        report: () => ({ title: '', body: '' }),
      }),
      port2,
    );
    this.client = new AnalysisClient({
      startWorker: () => Promise.resolve({ endpoint: port1, onDidDie: silent, terminate: silent }),
      readWeights: () => Promise.resolve(weights),
      clock: systemClock,
      log: { debug: silent, info: silent, warn: silent, error: silent },
    });
  }

  async analysisOf(text: string, onlooker?: Onlooker, signal = new AbortController().signal) {
    const about = { key: 'a', fileName: 'a.txt', languageId: 'news-article', judge: false };
    const result = await this.client.analyse(
      { ...about, text, decisions: [], words: null },
      signal,
      onlooker,
    );
    return result.status === 'analysed' ? result.analysis.whole : undefined;
  }

  close(): void {
    this.#channel.port1.close();
    this.#channel.port2.close();
  }
}

/** The analysis that nobody has kept anything for. */
export function fromScratch(text: string) {
  const { language } = judge(text, { fileName: 'a.txt', languageId: 'news-article' });
  return analyze(text, { file: 'a.txt', language, tagger });
}

export const own: readonly string[] = [
  [
    'Ferry to Low Island will run again',
    'By Ole Brandt',
    'The ferry will sail in April, Mayor Ines Okafor said on Monday. “We have waited,” she told the Quay Post.',
    '“The pier is rotten,” said two officials, who asked not to be named because they feared for their jobs.',
    'Bluewater declined to comment. Okafor’s deputy, Jan Moll, denied that.',
    '“It is what it is.',
    '“And it will stay so,” he said. The officials believe it won’t, the Post reported.',
    'Photo: Ole Brandt/Quay Post',
  ].join('\n\n'),
  'Q: Who knew?\nA: Ida Quist did, she says.\n\nQUIST: We go on.\n\nAccording to the Verrin Courier, citing people close to Quist, she left.',
];

/** Published articles, where they are there. */
export function published(): readonly string[] {
  const file = join(root, '..', 'shared', 'data', 'polnear-dev.jsonl');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n', 12);
  return lines.map(line => (JSON.parse(line) as { text: string }).text).filter(text => text.length < 5000);
}

const pieces = [
  ...[
    '\n',
    '\n\n',
    ' ',
    '“',
    '”',
    '"',
    '’',
    '. ',
    ', she said',
    'x',
    'Jan Moll',
    'Mayor ',
    '> ',
    'A: ',
    '\r\n',
  ],
  '\n\n“No,” said Ida Quist, the deputy mayor of Verrin.\n\n',
  'A spokesman for the port, who asked not to be named, told Radio Verrin that the bridge was closed.\n\n',
  'Okafor said so.\n\nTwo dockers warned it was rotten. “We saw it,” they wrote.\n\n',
];
const edit = (articles: readonly string[]) =>
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(400) }),
    inserted: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.constantFrom(...articles) },
      { weight: 2, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 12 }) },
    ),
  });

/** After each of so many edits, the analysis made of the one before is that from scratch, byte for byte. */
export function incremental(articles: readonly string[], edits: number) {
  const several = fc.array(edit(articles), { minLength: edits, maxLength: edits });
  return fc.asyncProperty(fc.constantFrom(...articles), several, async (article, list) => {
    const editor = new Editor();
    try {
      let text = article;
      await editor.analysisOf(text);
      for (const { at, removed, inserted } of list) {
        const start = Math.floor(at * text.length);
        text = text.slice(0, start) + inserted + text.slice(start + removed);
        assert.equal(JSON.stringify(await editor.analysisOf(text)), JSON.stringify(fromScratch(text)));
      }
    } finally {
      editor.close();
    }
  });
}
