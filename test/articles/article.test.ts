import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { analyze } from '../../src/analysis/analyze';
import type { Span } from '../../src/analysis/contract';
import { Article, EditedArticle } from '../../src/articles/article';
import { mentionAt } from '../../src/articles/mentions';
import { addEdit, shiftAnalysis, type TextEdit } from '../../src/articles/shift';
import { own } from './incremental';
import { actorWith, analysisWith, attributionWith, ferryAnalysis, ferryText, spanOf } from './fixture';

const article = new Article(ferryText, ferryAnalysis);

describe('an article', () => {
  const cases: [words: string, actors: string[], attributions: string[]][] = [
    ['Okafor', ['k1'], []],
    ['ferry', [], ['a1']],
    ['said', [], ['a1']],
    ['pier', [], ['a2']],
    ['Quay', ['k3'], []],
    ['and', [], []],
  ];
  for (const [words, actors, attributions] of cases) {
    it(`knows what is found at “${words}”`, () => {
      const found = article.at(spanOf(ferryText, words).start + 1);
      assert.deepEqual(
        found.actors.map(({ id }) => id),
        actors,
      );
      assert.deepEqual(
        found.attributions.map(({ id }) => id),
        attributions,
      );
    });
  }

  it('counts for sources only those who claimed something, passed it on or were told it', () => {
    const others = [...ferryAnalysis.actors, actorWith({ id: 'k5', name: 'the pier' })];
    const mentioned = { ...ferryAnalysis, actors: others };
    assert.deepEqual(
      new Article(ferryText, mentioned).sources.map(({ id }) => id),
      ['k1', 'k2', 'k3', 'k4'],
    );
  });

  it('shows no source whose claims are all below the level', () => {
    const attributions = ferryAnalysis.attributions.map(it => ({
      ...it,
      confidence: it.id === 'a1' ? 0.3 : 1,
    }));
    const likely = new Article(ferryText, { ...ferryAnalysis, attributions }, 'likely');
    assert.deepEqual(likely.at(spanOf(ferryText, 'Okafor').start).actors, []);
    assert.deepEqual(likely.claimsOf('k1'), []);
  });

  it('names the innermost finding first', () => {
    const nested = new Article(
      ferryText,
      analysisWith({
        attributions: [
          attributionWith({ id: 'a1', content: [{ start: 0, end: 40 }] }),
          attributionWith({ id: 'a2', content: [{ start: 10, end: 20 }] }),
        ],
      }),
    );
    assert.deepEqual(
      nested.at(15).attributions.map(({ id }) => id),
      ['a2', 'a1'],
    );
  });

  it('finds nothing in words that were deleted', () => {
    const deleted = analysisWith({
      attributions: [attributionWith({ id: 'a1', content: [{ start: 4, end: 4 }] })],
    });
    assert.deepEqual(new Article('Gone', deleted).at(4).attributions, []);
  });

  it('tells what an actor claimed and what it passed on', () => {
    assert.deepEqual(
      article.claimsOf('k1').map(({ id }) => id),
      ['a1'],
    );
    assert.deepEqual(article.claimsOf('k3'), []);
    assert.deepEqual(
      article.passedOnBy('k3').map(({ id }) => id),
      ['a2'],
    );
  });

  it('gives the words of a finding in pieces', () => {
    assert.equal(
      article.words(ferryAnalysis.attributions[0]?.content ?? []),
      '“the ferry will sail” … that fares would rise',
    );
  });
});

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

  it('tells the claims around a place, and how many there are beside them', () => {
    const edited = new EditedArticle(() => text, new Article(text, analysis), [
      { start: 0, end: 0, inserted: 9 },
    ]);
    const all = edited.claimsAround(0, 99);
    assert.deepEqual([all.first, all.total], [0, analysis.attributions.length]);
    const last = edited.claimsAround(text.length + 9, 2);
    assert.deepEqual(last, { claims: all.claims.slice(-2), first: all.total - 2, total: all.total });
    const [, , third] = all.claims;
    const around = edited.claimsAround(third?.content[0]?.start ?? 0, 2);
    assert.ok(around.claims.some(({ id }) => id === third?.id));
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
