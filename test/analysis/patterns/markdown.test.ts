import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutMarkdown } from '../../../src/analysis/markdown';
import { readsEach } from './cases';

describe('Markdown in and around attributions', () => {
  readsEach([
    [
      'emphasis in the quotation, a link on the name',
      '“We *will* act,” said [Ann Lee](https://x.example).',
      ['“We *will* act,”', 'Ann Lee', 'Ann Lee'],
    ],
    [
      'a title in a link, with an apostrophe',
      '“We will act,” said [Ann Lee](https://x.example "Lee\'s page").',
      ['“We will act,”', 'Ann Lee', 'Ann Lee'],
    ],
    [
      'a link that is the quotation',
      '[“We will act,”](https://x.example/a_(b)) said Ann Lee.',
      ['“We will act,”', 'Ann Lee', 'Ann Lee'],
    ],
    ['a quotation in italics', '_"We will act,"_ said Ann Lee.', ['"We will act,"', 'Ann Lee', 'Ann Lee']],
    [
      'bold names',
      '**Ann Lee** said that **Elden** would close the port.',
      ['that **Elden** would close the port', 'Ann Lee', 'Ann Lee'],
    ],
    [
      'a link as the cue',
      '“We will act,” [said](https://x.example) Ann Lee.',
      ['“We will act,”', 'Ann Lee', 'Ann Lee'],
    ],
    [
      'a possessive behind a link',
      '[Ann Lee](https://x.example)’s office said it was closed.',
      ['it was closed', 'Ann Lee](https://x.example)’s office', 'Ann Lee’s office'],
    ],
    ['a reference link', '[Ann Lee][1] said it was closed.', ['it was closed', 'Ann Lee', 'Ann Lee']],
  ]);
});

describe('withoutMarkdown', () => {
  const texts: readonly (readonly [marked: string, unmarked: string])[] = [
    ['**Lee** said', 'Lee said'],
    ['__Lee__ said *so*', 'Lee said so'],
    ['[Lee](https://x.example) said', 'Lee said'],
    ['[**Lee**](x) said', 'Lee said'],
    ['> one\n> two', '> one\ntwo'],
    ['5 * 3 * 2', '5 * 3 * 2'],
    ['a f*** word and another s***', 'a f*** word and another s***'],
    ['snake_case_name', 'snake_case_name'],
    ['[sic] and [note]', '[sic] and [note]'],
    ['*', '*'],
    ['', ''],
  ];
  for (const [marked, unmarked] of texts)
    it(`makes ${JSON.stringify(unmarked)} of ${JSON.stringify(marked)}`, () =>
      assert.equal(withoutMarkdown(marked).text, unmarked));

  it('leads every character back to where it stood', () => {
    const piece = fc.constantFrom('Lee', ' ', '*', '**', '_', '[', ']', '](x)', '\n> ', '> ', '.');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map(parts => parts.join('')),
        marked => {
          const { text, toMarked } = withoutMarkdown(marked);
          let last = 0;
          for (let at = 0; at < text.length; at++) {
            const { start, end } = toMarked({ start: at, end: at + 1 });
            assert.ok(start >= last);
            assert.equal(marked.slice(start, end), text.charAt(at));
            last = end;
          }
        },
      ),
    );
  });
});
