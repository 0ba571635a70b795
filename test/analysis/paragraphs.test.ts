import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitParagraphs } from '../../src/analysis/paragraphs';

const paragraphs = (text: string) => splitParagraphs(text).map(({ start, end }) => text.slice(start, end));

const wrapped =
  'The council of Port Elden voted on Monday night to close the old\n' +
  'harbour bridge to lorries, after engineers found rust in four of its\n' +
  'piers. Work is to begin in May.\n' +
  'The mayor, Ida Brandt, said the vote had come too late.';

describe('splitParagraphs', () => {
  const cases: [name: string, text: string, expected: string[]][] = [
    ['an empty text has none', '', []],
    ['white space alone has none', ' \t\r\n\u00a0\n\ufeff', []],
    ['blank lines part paragraphs', 'One.\n\nTwo.\n \t\nThree.', ['One.', 'Two.', 'Three.']],
    [
      'CRLF is one line break',
      'One.\r\n\r\nTwo is here\r\nand goes on.',
      ['One.', 'Two is here\r\nand goes on.'],
    ],
    ['CR alone breaks lines', 'One.\r\rTwo.', ['One.', 'Two.']],
    ['U+2028 breaks a line', 'It was late.\u2028He left.', ['It was late.', 'He left.']],
    [
      'U+2028 in the middle of a sentence does not',
      'It was late,\u2028and he left.',
      ['It was late,\u2028and he left.'],
    ],
    ['U+2029 parts paragraphs', 'one\u2029two', ['one', 'two']],
    ['a form feed parts paragraphs', 'one\ftwo', ['one', 'two']],
    ['spans are trimmed', '\ufeff  One.  \n\n\tTwo.\u00a0\n', ['One.', 'Two.']],
    [
      'hard-wrapped lines are one paragraph, and a line ended early ends it',
      wrapped,
      [
        wrapped.slice(0, wrapped.indexOf('\nThe mayor')),
        'The mayor, Ida Brandt, said the vote had come too late.',
      ],
    ],
    [
      'a short headline over hard-wrapped prose stands alone',
      'Bridge to close\n' + wrapped,
      [
        'Bridge to close',
        wrapped.slice(0, wrapped.indexOf('\nThe mayor')),
        'The mayor, Ida Brandt, said the vote had come too late.',
      ],
    ],
    [
      'an indented first line starts a paragraph of hard-wrapped prose',
      '   The council of Port Elden voted on Monday night to close the\nharbour bridge to lorries, after engineers found rust in its old\n   Work on the piers is to begin in May, the mayor of the town and\nher deputy said.',
      [
        'The council of Port Elden voted on Monday night to close the\nharbour bridge to lorries, after engineers found rust in its old',
        'Work on the piers is to begin in May, the mayor of the town and\nher deputy said.',
      ],
    ],
    [
      'a text with a line per paragraph gives a paragraph a line',
      'Bridge to close\nThe council voted on Monday.\n“It is late,” she said.\nHe agreed.',
      ['Bridge to close', 'The council voted on Monday.', '“It is late,” she said.', 'He agreed.'],
    ],
    [
      'long lines are a paragraph each, whatever they end in',
      `${'word '.repeat(60)}\n${'Word '.repeat(60)}`,
      ['word '.repeat(60).trim(), 'Word '.repeat(60).trim()],
    ],
    [
      'a headline, a byline and a date line stand alone',
      'Bridge closes\nBy Ida Brandt\nMonday, May 18, 2015\nThe bridge closed.',
      ['Bridge closes', 'By Ida Brandt', 'Monday, May 18, 2015', 'The bridge closed.'],
    ],
    ['a Markdown heading loses its marks', '# Bridge closes #\nIt rained.', ['Bridge closes', 'It rained.']],
    ['a hash within a heading stays', '## Pier #4 closes', ['Pier #4 closes']],
    ['a heading of hashes keeps one', '# ##', ['#']],
    ['a hashtag is no heading', '#bridge closes', ['#bridge closes']],
    [
      'the underline of a heading is dropped',
      'Bridge closes\n=============\nIt rained.',
      ['Bridge closes', 'It rained.'],
    ],
    ['rules are dropped', 'One.\n* * *\nTwo.\n---\nThree.', ['One.', 'Two.', 'Three.']],
    [
      'list items stand alone, without markers',
      '- one\n- Two\n* three\n1. four\n2) five',
      ['one', 'Two', 'three', 'four', 'five'],
    ],
    ['an item goes on under its text', '- one\n  Two\n  Three\n- four', ['one\n  Two\n  Three', 'four']],
    [
      'a number at the start of a wrapped line is no item',
      'It closed on May\n12. Then it rained.',
      ['It closed on May\n12. Then it rained.'],
    ],
    [
      'a dash at the start of a wrapped line is no item',
      'The mayor\n- who was late - left.',
      ['The mayor\n- who was late - left.'],
    ],
    [
      'the lines of a block quote are one paragraph',
      'She said:\n> We wait.\n> We stay.\nHe left.',
      ['She said:', '> We wait.\n> We stay.', 'He left.'],
    ],
    ['an empty line in a block quote parts it', '> We wait.\n>\n> We stay.', ['> We wait.', '> We stay.']],
    [
      'lone surrogates and right-to-left text are text',
      '\ud800\n\nשלום עולם\n\n\udc00',
      ['\ud800', 'שלום עולם', '\udc00'],
    ],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => assert.deepEqual(paragraphs(text), expected));
  }

  const article = fc
    .array(
      fc.constantFrom(
        'word',
        'Word',
        '.',
        ' ',
        '\n',
        '\r',
        '\r\n',
        '\u2028',
        '# ',
        '- ',
        '> ',
        '“',
        '"',
        '\t',
        '1. ',
      ),
      {
        maxLength: 60,
      },
    )
    .map(parts => parts.join(''));

  it('gives trimmed spans in order that hold every letter of the text', () => {
    fc.assert(
      fc.property(article, text => {
        let end = 0;
        let outside = '';
        for (const span of splitParagraphs(text)) {
          assert.ok(span.start >= end && span.end > span.start && span.end <= text.length);
          assert.equal(text.slice(span.start, span.end), text.slice(span.start, span.end).trim());
          outside += text.slice(end, span.start);
          end = span.end;
        }
        assert.doesNotMatch(outside + text.slice(end), /[a-z“]/i);
      }),
      { numRuns: 1000 },
    );
  });
});
