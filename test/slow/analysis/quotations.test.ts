import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ParagraphQuotation } from '../../../src/analysis/paragraph';
import { findQuotations } from '../../../src/analysis/quotations';
import { anyCharacter } from '../../characters';

const piece = fc.constantFrom(
  ...[
    '“',
    '”',
    '"',
    "'",
    '’',
    '‘',
    "''",
    '``',
    '„',
    '«',
    '»',
    '‹',
    '‚',
    '`',
    ' ',
    ' ',
    ' ',
    '\n',
    '.',
    ',',
    ':',
    '—',
    '(',
    '*',
  ],
  ...['word', 'Word', 'said', 's', '90s', '5', '> ', '\ud800', 'é', '<a b="'],
);
const paragraph = fc.array(piece, { maxLength: 50 }).map(parts => parts.join(''));
const check = (property: (text: string) => void) =>
  fc.assert(fc.property(fc.oneof(paragraph, fc.string({ unit: anyCharacter })), property), {
    numRuns: 1000,
  });
const MARK = /^(?:''|``|‘‘|’’|["＂“‟❝”❞„'`´‘‛’‚«»‹›])$/;

/** A mark of two apostrophes may have the end of emphasis between them. */
const withoutEmphasis = (mark: string): string => mark.replace(/(?<=')\*+(?=')/u, '');

describe('the quotations of any paragraph', () => {
  it('gives spans within the text whose marks stand where it says', () => {
    check(text => {
      for (const { span, inner, marks } of findQuotations(text)) {
        assert.ok(0 <= span.start && span.start <= inner.start && inner.start < inner.end);
        assert.ok(inner.end <= span.end && span.end <= text.length);
        assert.equal(marks.open, MARK.test(withoutEmphasis(text.slice(span.start, inner.start))));
        assert.equal(marks.close, MARK.test(withoutEmphasis(text.slice(inner.end, span.end))));
        assert.notEqual(text.slice(inner.start, inner.end).replace(/[\s\p{Cc}\u200b]/gu, ''), '');
      }
    });
  });

  it('gives outer before inner, never crossing, with depths that count what encloses', () => {
    check(text => {
      const open: ParagraphQuotation[] = [];
      let last = 0;
      for (const found of findQuotations(text)) {
        assert.ok(found.span.start >= last);
        last = found.span.start;
        while (open.length > 0 && (open.at(-1)?.span.end ?? 0) <= found.span.start) open.pop();
        const outer = open.at(-1);
        if (outer) assert.ok(outer.inner.start <= found.span.start && found.span.end <= outer.inner.end);
        assert.equal(found.depth, open.length);
        open.push(found);
      }
    });
  });

  it('gives the same for the same text', () => {
    check(text => assert.deepEqual(findQuotations(text), findQuotations(text)));
  });

  it('finds the same closed quotations when a plain sentence is added', () => {
    check(text => {
      const closed = (of: string) =>
        findQuotations(of).flatMap(({ span, marks }) => (marks.close ? [span] : []));
      const sentence = `${text} Then it rained in Elden.`;
      assert.deepEqual(closed(`${sentence} The bridge was closed.`), closed(sentence));
    });
  });
});
