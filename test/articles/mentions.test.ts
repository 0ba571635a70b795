import assert from 'node:assert/strict';
import type { Span } from '../../src/analysis/contract';
import { Article, EditedArticle } from '../../src/articles/article';
import {
  actorAt,
  claimAt,
  claimBeside,
  definitionOf,
  mentionAt,
  referencesTo,
  turnsOf,
} from '../../src/articles/mentions';
import { extentOf } from '../../src/articles/spans';
import {
  actorWith,
  analysisWith,
  attributionWith,
  ferryAnalysis,
  ferryText,
  ReadInParts,
  spanOf,
} from './fixture';

const text =
  'Dunn, warned twice, will go. Ann Marsh, Dunn’s lawyer, said that she was calm.\n' +
  '“I stay,” Peter Dunn said. He added: “It is late.”\n' +
  '“We will see,” Marsh said.';
const at = (words: string, nth = 0) => [spanOf(text, words, nth)];
const article = new Article(
  text,
  analysisWith({
    actors: [
      actorWith({
        id: 'k1',
        name: 'Peter Dunn',
        mentions: [
          { span: at('Dunn'), form: 'name' },
          { span: at('Dunn', 1), form: 'name' },
          { span: at('I stay').map(({ start }) => ({ start, end: start + 1 })), form: 'pronoun' },
          { span: at('Peter Dunn'), form: 'name' },
          { span: at('He'), form: 'pronoun' },
        ],
      }),
      actorWith({
        id: 'k2',
        name: 'Ann Marsh',
        mentions: [
          { span: at('Dunn’s lawyer'), form: 'description' },
          { span: at('Ann Marsh'), form: 'name' },
          { span: at('she'), form: 'pronoun' },
          { span: at('Marsh', 1), form: 'name' },
        ],
      }),
    ],
    attributions: [
      attributionWith({
        id: 'a1',
        content: at('that she was calm'),
        cue: at('said'),
        source: { mention: at('Ann Marsh, Dunn’s lawyer'), actor: 'k2' },
      }),
      attributionWith({
        id: 'a2',
        content: at('“I stay,”'),
        cue: at('said', 1),
        source: { mention: at('Peter Dunn'), actor: 'k1' },
      }),
      attributionWith({
        id: 'a3',
        content: at('“It is late.”'),
        cue: at('added'),
        source: { mention: at('He'), actor: 'k1' },
      }),
      attributionWith({
        id: 'a4',
        content: at('“We will see,”'),
        cue: at('said', 2),
        source: { mention: at('Marsh', 1), actor: 'k2' },
      }),
    ],
  }),
);
const words = (span: Span | undefined) => span && text.slice(span.start, span.end);
const place = (phrase: string, nth = 0) => spanOf(text, phrase, nth).start + 1;

describe('the mentions of an actor', () => {
  const places: [string, number, string | undefined][] = [
    ['Ann Marsh', 0, 'Ann Marsh'],
    ['Dunn’s lawyer', 0, 'Dunn'],
    ['lawyer', 0, 'Dunn’s lawyer'],
    ['she was', 0, 'she'],
    ['calm', 0, undefined],
  ];
  for (const [phrase, nth, found] of places) {
    it(`are found at “${phrase}”: ${found === undefined ? 'none' : `the innermost, “${found}”`}`, () => {
      assert.equal(words(mentionAt(article, place(phrase, nth))?.span), found);
    });
  }

  it('begin with a definition: the first whole name, wherever a part of it stands before', () => {
    const [dunn, marsh] = article.analysis.actors;
    assert.ok(dunn && marsh);
    assert.equal(words(definitionOf(article, dunn)), 'Peter Dunn');
    assert.equal(words(definitionOf(article, marsh)), 'Ann Marsh');
  });

  it('begin with the first description where there is no name', () => {
    const dockers = new Article(ferryText, ferryAnalysis).analysis.actors[1];
    assert.ok(dockers);
    assert.deepEqual(
      definitionOf(new Article(ferryText, ferryAnalysis), dockers),
      spanOf(ferryText, 'Two dockers who asked not to be named'),
    );
  });

  it('are all referred to, pronouns too, in the order of the text', () => {
    const marsh = article.actor('k2');
    assert.ok(marsh);
    assert.deepEqual(referencesTo(marsh).map(words), ['Ann Marsh', 'Dunn’s lawyer', 'she', 'Marsh']);
  });
});

describe('a place in the text', () => {
  it('belongs to a claim at its words, its cue and its source', () => {
    for (const phrase of ['calm', 'said', 'lawyer']) assert.equal(claimAt(article, place(phrase))?.id, 'a1');
    assert.equal(claimAt(article, place('warned twice')), undefined);
  });

  it('means the one who is mentioned there, else the source of the claim there', () => {
    assert.equal(actorAt(article, place('Dunn’s'))?.id, 'k1');
    assert.equal(actorAt(article, place('calm'))?.id, 'k2');
    assert.equal(actorAt(article, place('will go')), undefined);
  });
});

describe('stepping through claims', () => {
  const from = (offset: number): Span => ({ start: offset, end: offset });
  const all = new ReadInParts(text, article.whole);
  const step = (selected: Span, direction: 'next' | 'previous') =>
    claimBeside(all, all.shown, selected, direction)?.id;

  it('goes from claim to claim and begins again behind the last', () => {
    const seen: (string | undefined)[] = [];
    let selected = from(0);
    for (let i = 0; i < 5; i++) {
      const claim = claimBeside(all, all.shown, selected, 'next');
      assert.ok(claim);
      seen.push(claim.id);
      selected = extentOf(claim.content);
    }
    assert.deepEqual(seen, ['a1', 'a2', 'a3', 'a4', 'a1']);
  });

  it('goes back too, and from the first to the last', () => {
    assert.equal(step(from(text.length), 'previous'), 'a4');
    assert.equal(step(from(0), 'previous'), 'a4');
    assert.equal(step(extentOf(all.attribution('a3')?.content ?? []), 'previous'), 'a2');
  });

  it('goes from claim to claim of one actor', () => {
    const claims = all.shownOf('k2');
    assert.equal(claimBeside(all, claims, from(0), 'next')?.id, 'a1');
    assert.equal(claimBeside(all, claims, extentOf(all.attribution('a1')?.content ?? []), 'next')?.id, 'a4');
  });

  it('goes to where the claims are now', () => {
    const edited = new EditedArticle(() => `New. ${text}`, all, [{ start: 0, end: 0, inserted: 5 }]);
    const first = extentOf(edited.attribution('a1')?.content ?? []);
    assert.equal(claimBeside(edited, edited.shown, first, 'next')?.id, 'a2');
    assert.equal(claimBeside(edited, edited.shown, from(first.end), 'previous')?.id, 'a1');
  });

  it('reaches both of two claims that begin together', () => {
    const [outer, inner] = [
      attributionWith({ id: 'outer', content: [{ start: 0, end: 20 }] }),
      attributionWith({ id: 'inner', content: [{ start: 0, end: 5 }] }),
    ];
    const both = new Article(text, analysisWith({ attributions: [outer, inner] }));
    assert.equal(claimBeside(both, both.shown, { start: 0, end: 5 }, 'next')?.id, 'outer');
    assert.equal(claimBeside(both, both.shown, { start: 0, end: 20 }, 'previous')?.id, 'inner');
  });

  it('finds nothing where there is no claim', () => {
    assert.equal(claimBeside(all, new Int32Array(), from(0), 'next'), undefined);
  });
});

describe('turns', () => {
  it('are an actor’s claims that follow one another in a line', () => {
    assert.deepEqual(
      turnsOf(article, article.analysis.attributions).map(({ actor, claims, span }) => [
        actor?.now.id,
        claims.map(({ id }) => id),
        words(span),
      ]),
      [
        ['k2', ['a1'], 'Ann Marsh, Dunn’s lawyer, said that she was calm'],
        ['k1', ['a2', 'a3'], '“I stay,” Peter Dunn said. He added: “It is late.”'],
        ['k2', ['a4'], '“We will see,” Marsh said'],
      ],
    );
  });
});
