import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { anchorAt, locate } from '../../../src/articles/decisions/anchor';
import { spanOf } from '../fixture';
import { placed } from './arbitrary';

const TEXT = [
  'The ferry will not sail before May, two officials said on Monday.',
  'The pier is rotten, two officials said on Tuesday.',
  'Nobody on the island was told, according to a person who has seen the letters.',
].join('\n\n');

describe('an anchor', () => {
  it('finds its own place, in any text', () => {
    fc.assert(
      fc.property(placed, ({ text, span }) => {
        const found = locate(text, anchorAt(text, span));
        assert.ok(found);
        assert.equal(text.slice(found.start, found.end), text.slice(span.start, span.end));
        assert.deepEqual(found, span);
      }),
    );
  });

  it('finds its place when words were added elsewhere, in any text', () => {
    const word = fc.stringMatching(/^[a-z ]{0,40}$/);
    fc.assert(
      fc.property(word, word, (before, after) => {
        const span = spanOf(TEXT, 'two officials', 1);
        const text = `${before}${TEXT}${after}`;
        const start = span.start + before.length;
        assert.deepEqual(locate(text, anchorAt(TEXT, span)), { start, end: start + 'two officials'.length });
      }),
    );
  });

  // What stood there, which one of them, the edit, and the words found afterwards with what stands before them.
  const cases: [
    what: string,
    words: string,
    nth: number,
    edit: (text: string) => string,
    found: string | null,
  ][] = [
    [
      'the sentence before is gone',
      'two officials',
      1,
      cut('The ferry', 'Monday.\n\n'),
      'rotten, two officials',
    ],
    ['the sentence itself is gone', 'two officials', 1, cut('The pier', 'Tuesday.\n\n'), null],
    [
      'the other one like it is gone',
      'two officials',
      0,
      cut('The pier', 'Tuesday.\n\n'),
      'May, two officials',
    ],
    [
      'the sentences change places',
      'two officials',
      0,
      text => text.split('\n\n').reverse().join('\n\n'),
      'May, two officials',
    ],
    [
      'the words just before are others',
      'two officials',
      1,
      swap('is rotten', 'has fallen in'),
      'fallen in, two officials',
    ],
    [
      'the words just after are others',
      'two officials',
      1,
      swap('said on Tuesday', 'told us'),
      'rotten, two officials',
    ],
    [
      'the quote got a word more',
      'a person who has seen the letters',
      0,
      swap('the letters', 'the sealed letters'),
      'to a person who has seen the sealed letters',
    ],
    ['the quote lost a word', 'Nobody on the island was told', 0, swap(' on the island', ''), null],
    [
      'the quote is wrapped anew',
      'a person who has seen the letters',
      0,
      swap('who has', 'who\nhas'),
      'to a person who\nhas seen the letters',
    ],
    [
      'the quote is another one',
      'a person who has seen the letters',
      0,
      swap('a person who has seen the letters', 'the harbour master'),
      null,
    ],
    ['all of the text is gone', 'two officials', 0, () => '', null],
  ];
  for (const [what, words, nth, edit, expected] of cases) {
    it(`finds ${expected === null ? 'nothing' : `“${expected.replace('\n', ' ')}”`} when ${what}`, () => {
      const text = edit(TEXT);
      const found = locate(text, anchorAt(TEXT, spanOf(TEXT, words, nth)));
      const lead = expected?.search(/two|a person/) ?? 0;
      assert.equal(found && text.slice(found.start - lead, found.end), expected);
    });
  }

  it('finds edited words where the text begins and ends with them', () => {
    const text = 'The pier on the north side is rotten';
    const anchor = anchorAt(text, { start: 0, end: text.length });
    const edited = text.replace('north', 'south');
    assert.deepEqual(locate(edited, anchor), { start: 0, end: edited.length });
  });

  it('finds no half of a character', () => {
    const anchor = { exact: '\ude22', prefix: '', suffix: '', start: 1, end: 2 };
    assert.equal(locate('\ud83d\ude22', anchor), null);
    assert.deepEqual(locate('x\ude22', anchor), { start: 1, end: 2 });
  });

  it('takes the nearest of places that are alike', () => {
    const text = 'He said no. '.repeat(20);
    for (const nth of [5, 10, 14]) {
      const span = spanOf(text, 'said', nth);
      assert.deepEqual(locate(text, anchorAt(text, span)), span);
    }
  });

  it('keeps 32 code units on either side, and cuts no character in two', () => {
    const { prefix, suffix } = anchorAt(`x${'😀'.repeat(20)}no${'😀'.repeat(20)}`, { start: 41, end: 43 });
    assert.deepEqual([prefix, suffix], ['😀'.repeat(16), '😀'.repeat(16)]);
    const odd = anchorAt(`${'😀'.repeat(20)}xnox${'😀'.repeat(20)}`, { start: 41, end: 43 });
    assert.deepEqual([odd.prefix, odd.suffix], [`${'😀'.repeat(15)}x`, `x${'😀'.repeat(16)}`]);
  });
});

function swap(from: string, to: string): (text: string) => string {
  return text => {
    assert.ok(text.includes(from));
    return text.replace(from, to);
  };
}

function cut(from: string, to: string): (text: string) => string {
  return text => text.slice(0, text.indexOf(from)) + text.slice(text.indexOf(to) + to.length);
}
