import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { analyze } from '../../../src/analysis/analyze';
import type { Span } from '../../../src/analysis/contract';
import { Article, EditedArticle } from '../../../src/articles/article';
import { mentionAt } from '../../../src/articles/mentions';
import { addEdit, shiftAnalysis, type TextEdit } from '../../../src/articles/shift';
import { own } from '../../articles/incremental';

describe('an article that was edited since its analysis', () => {
  const text = own[0] ?? '';
  const analysis = analyze(text);
  const edit = fc
    .record({ start: fc.nat(text.length - 40), length: fc.nat(20), inserted: fc.nat(20) })
    .map(({ start, length, inserted }): TextEdit => ({ start, end: start + length, inserted }));

  it('answers as one would whose whole analysis was moved along', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 3 }), fc.nat(text.length), (edits, offset) => {
        const edited = new EditedArticle(() => text, new Article(text, analysis), edits);
        const moved = new Article(text, shiftAnalysis(analysis, edits));
        assert.deepEqual(edited.at(offset), moved.at(offset));
        assert.deepEqual(edited.anatomy, moved.anatomy);
        const place = { start: offset, end: offset + 30 };
        assert.deepEqual(edited.checksAt(place), moved.checksAt(place));
        for (const { id } of analysis.actors) {
          assert.deepEqual(edited.actor(id), moved.actor(id));
          assert.deepEqual(edited.claimsOf(id), moved.claimsOf(id));
          assert.deepEqual(edited.passedOnBy(id), moved.passedOnBy(id));
        }
        for (const { id } of analysis.attributions)
          assert.deepEqual(edited.attribution(id), moved.attribution(id));
      }),
    );
  });

  it('misses nothing that stands at a place', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 3 }), fc.nat(text.length), (edits, offset) => {
        const edited = new EditedArticle(() => text, new Article(text, analysis), edits);
        const { attributions, actors } = shiftAnalysis(analysis, edits);
        const isThere = ({ start, end }: Span) => start < end && start <= offset && offset <= end;
        const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).sort();
        assert.deepEqual(
          ids(edited.at(offset).attributions),
          ids(attributions.filter(({ content, cue }) => [...content, ...cue].some(isThere))),
        );
        const sources = new Set(
          attributions.flatMap(({ source, via, channel }) =>
            [...(source ? [source] : []), ...via, ...channel].map(({ actor }) => actor),
          ),
        );
        const mentioned = actors.filter(({ mentions }) => mentions.some(({ span }) => span.some(isThere)));
        assert.deepEqual(ids(edited.at(offset).actors), ids(mentioned.filter(({ id }) => sources.has(id))));
        assert.equal(mentionAt(edited, offset) !== undefined, mentioned.length > 0);
      }),
    );
  });

  it('takes letters typed one behind the other for one edit, which moves the same', () => {
    fc.assert(
      fc.property(edit, fc.array(fc.nat(3), { maxLength: 3 }), (first, typed) => {
        let at = first.start + first.inserted;
        const letters = typed.map((inserted): TextEdit => {
          const start = at;
          at += inserted;
          return { start, end: start, inserted };
        });
        const edits = [{ ...first, end: first.start }, ...letters];
        const joined = edits.reduce<readonly TextEdit[]>(addEdit, []);
        assert.equal(joined.length, 1);
        assert.deepEqual(shiftAnalysis(analysis, joined), shiftAnalysis(analysis, edits));
      }),
    );
  });
});
