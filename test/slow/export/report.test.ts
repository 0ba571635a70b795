import assert from 'node:assert/strict';
import fc from 'fast-check';
import { articleBy, bodyOf, crowd, page, section, wordsOf } from '../../export/reports';

/** The tags of a page with the values of their attributes taken out: what text cannot change. */
const skeleton = (html: string) =>
  (html.match(/<[^>]*>/g) ?? []).map(tag => tag.replace(/"[^"]*"/g, '""')).join('');

describe('the Sources report', () => {
  it('shows twelve of 200 voices, sums up the others, and stays bounded', () => {
    const { analysis, text } = crowd(200, 2000);
    const body = bodyOf(analysis, text);
    assert.match(wordsOf(section(body, 'voices')), /188 more: 11,280 words in 1,880 claims/);
    assert.ok((body.match(/<\w/g) ?? []).length < 40_000);
    assert.ok((section(body, 'chains').match(/class="arrow"/g) ?? []).length <= 24);
  });

  it('takes no tag or attribute from the words of the article, however hostile', () => {
    const benign = articleBy('Ida Brandt', 'no');
    const hostile = fc
      .array(
        fc.constantFrom(
          ...[
            '</script>',
            '<img src=x onerror=alert(1)>',
            '"',
            "'",
            '<',
            '>',
            '&',
            '-->',
            '<!--',
            '`',
            '${x}',
          ],
          ...[
            '</title>',
            '</style>',
            '</svg>',
            '\u0000',
            '\u2028',
            '\ud800',
            'javascript:',
            'a',
            ' ',
            '=',
            '/',
          ],
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map(parts => `a${parts.join('')}z`);
    const expected = skeleton(page(benign));
    fc.assert(
      fc.property(hostile, hostile, (name, quote) => {
        assert.equal(skeleton(page(articleBy(name, quote))), expected);
      }),
    );
  });
});
