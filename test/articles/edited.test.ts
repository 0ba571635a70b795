import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { editedPlace } from '../../src/articles/edited';

const words = (text: string, span: { start: number; end: number } | undefined) =>
  span && text.slice(span.start, span.end);

describe('the place of an edit', () => {
  const cases: [what: string, before: string, after: string, within: string][] = [
    [
      'the paragraph in which something was typed',
      'One.\n\nTwo.\n\nThree.',
      'One.\n\nTwo, too.\n\nThree.',
      'Two, too.',
    ],
    ['the first one', 'One.\n\nTwo.', 'None.\n\nTwo.', 'None.'],
    ['the last one', 'One.\n\nTwo.', 'One.\n\nTwo!', 'Two!'],
    ['where one was taken out, its neighbours’ ends', 'One.\n\nTwo.\n\nThree.', 'One.\n\nThree.', 'Three.'],
    ['both where one was parted', 'One. Two.', 'One.\n\nTwo.', 'One.\n\nTwo.'],
    [
      'paragraphs with Windows’ line ends',
      'One.\r\n\r\nTwo.\r\n\r\nSix.',
      'One.\r\n\r\nTen.\r\n\r\nSix.',
      'Ten.',
    ],
  ];
  for (const [what, before, after, within] of cases) {
    it(`is ${what}`, () => {
      assert.equal(words(after, editedPlace(before, after)?.within)?.trim(), within);
    });
  }

  it('is none where nothing was edited, or very much', () => {
    assert.equal(editedPlace('One.', 'One.'), null);
    assert.equal(editedPlace('One.', `One. ${'Two. '.repeat(9000)}`), null);
  });

  it('is no larger in a long article', () => {
    const paragraph = 'Okafor said so.\n\n';
    const sizes = [400, 4000].map(count => {
      const before = paragraph.repeat(count);
      const middle = before.length / 2;
      const place = editedPlace(before, `${before.slice(0, middle)}Then ${before.slice(middle)}`);
      return place && place.around.end - place.around.start;
    });
    assert.equal(sizes[0], sizes[1]);
  });

  it('has what was edited in it, lies in what is around it, and that in the text', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r\n', '\n\n', '. ')).map(pieces => pieces.join(''));
    fc.assert(
      fc.property(text, text, text, text, (head, removed, typed, tail) => {
        const after = head + typed + tail;
        const place = editedPlace(head + removed + tail, after);
        if (!place) return;
        const { within, around } = place;
        assert.ok(0 <= around.start && around.start <= within.start && within.start <= within.end);
        assert.ok(within.end <= around.end && around.end <= after.length);
        const elsewhere = after.slice(0, within.start) + after.slice(within.end);
        const before = head + removed + tail;
        assert.ok(before.startsWith(after.slice(0, within.start)), elsewhere);
        assert.ok(before.endsWith(after.slice(within.end)), elsewhere);
      }),
    );
  });
});
