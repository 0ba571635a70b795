import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Analysis, Span } from '../../../src/analysis/contract';
import { Article } from '../../../src/articles/article';
import { spansOf } from '../../../src/articles/flatSpans';
import { MARK_KINDS, marksAt, type Marks } from '../../../src/articles/marks';
import type { EditedPart } from '../../../src/articles/protocol';
import { Editor, fromScratch, incremental, own } from '../../articles/incremental';

describe('an article that is edited', () => {
  it('has after each of 50 edits the analysis that it would have from scratch', async function () {
    this.timeout(0);
    await fc.assert(incremental(own, 10), { numRuns: 5 });
  });
});

const sentences = [
  'Mayor Ines Okafor said on day %d that the ferry would sail.',
  '“The pier is rotten,” said Harbour Master Jan Moll%d, who asked not to be quoted.',
  'Two dockers warned %d times that it was unsafe, the Quay Post reported.',
  'Nothing else happened in hour %d on the island.',
];
const long = Array.from({ length: 240 }, (_, index) =>
  `${sentences[index % 4]} ${sentences[(index + 1) % 4]}`.replaceAll('%d', String(index)),
).join('\n\n');

describe('a long article', () => {
  let editor: Editor;
  beforeEach(() => {
    editor = new Editor();
  });
  afterEach(() => {
    editor.close();
  });

  it('is analysed where it is on display first, then to its end', async () => {
    const start = long.indexOf('day 160');
    const partial: Analysis[] = [];
    const shares: number[] = [];
    const whole = await editor.analysisOf(long, {
      visible: () => ({ start, end: start + 500 }),
      onEdited: () => undefined,
      onProgress: share => shares.push(share),
      onPartial: ({ analysis }) => partial.push(analysis.whole),
    });
    const [first] = partial;
    assert.ok(first?.partial);
    assert.deepEqual(first.checks, []);
    assert.equal(whole?.partial, false);
    const claims = first.attributions.filter(({ content }) => content.some(span => span.start >= start));
    assert.ok(claims.length > 0);
    assert.ok(first.attributions.length < whole.attributions.length / 2);
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => a - b),
    );
    assert.ok(shares.every(share => share > 0 && share < 1));
    assert.equal(JSON.stringify(whole), JSON.stringify(fromScratch(long)));
  });

  it('shows what comes on display meanwhile', async () => {
    let start = 0;
    const starts: number[] = [];
    await editor.analysisOf(long, {
      visible: () => ({ start, end: start + 500 }),
      onEdited: () => undefined,
      onProgress: () => (start = long.indexOf('day 200')),
      onPartial: ({ analysis: { whole } }) => starts.push(whole.attributions.at(-1)?.content[0]?.start ?? 0),
    });
    assert.equal(starts.length, 2);
    assert.ok((starts[0] ?? 0) < start && (starts[1] ?? 0) >= start);
  });

  it('tells of an edited paragraph at once, and the same again of the whole', async () => {
    await editor.analysisOf(long);
    const at = long.indexOf('on day 120');
    const edited = `${long.slice(0, at)}on Monday, and the deputy warned that it might not, ${long.slice(at)}`;
    const parts: EditedPart[] = [];
    const whole = await editor.analysisOf(edited, {
      visible: () => null,
      onEdited: part => parts.push(part),
      onPartial: () => undefined,
      onProgress: () => undefined,
    });
    const [part] = parts;
    assert.ok(part && whole && parts.length === 1);
    const { within, marks } = part;
    const shown = marksAt(marks, 'everything');
    assert.ok(within.start <= at && within.end - within.start < 1000);
    const isWithin = ({ start }: Span) => within.start <= start && start < within.end;
    const found = (of: Marks) => MARK_KINDS.map(kind => spansOf(of[kind]).filter(isWithin));
    assert.deepEqual(found(shown), found(new Article(edited, whole).marks));
    assert.ok(found(shown).flat().length > 3);
    assert.equal(JSON.stringify(whole), JSON.stringify(fromScratch(edited)));
  });

  it('is given up between two slices', async () => {
    const abort = new AbortController();
    let progress = 0;
    const given = await editor.analysisOf(
      long,
      {
        visible: () => null,
        onEdited: () => undefined,
        onPartial: () => undefined,
        onProgress: () => {
          progress++;
          abort.abort();
        },
      },
      abort.signal,
    );
    assert.deepEqual([given, progress], [undefined, 1]);
  });

  it('gives way to a newer version, whose analysis uses what was done', async () => {
    let tell: () => void = () => undefined;
    const begun = new Promise<void>(resolve => (tell = resolve));
    const first = editor.analysisOf(long, {
      visible: () => null,
      onEdited: () => undefined,
      onPartial: () => undefined,
      onProgress: () => {
        tell();
      },
    });
    await begun;
    const second = await editor.analysisOf(`${long}\n\nThe end, said Okafor.`);
    assert.equal(await first, undefined);
    assert.equal(JSON.stringify(second), JSON.stringify(fromScratch(`${long}\n\nThe end, said Okafor.`)));
  });
});
