import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Analysis } from '../../src/analysis/contract';
import { AnnotationImportError, fromWebAnnotations, quotedClaims } from '../../src/export/annotationImport';
import { offsetUnitsIn } from '../../src/export/codePoints';
import { ferryAnalysis, ferryText, spanOf } from '../articles/fixture';
import { anyCharacter } from '../characters';
import { annotated, followsModel, type Collection, type Item } from './annotated';

function itemOf(collection: Collection, id: string): Item {
  const item = collection.first.items.find(it => it.id === `#${id}`);
  assert.ok(item, id);
  return item;
}

describe('web annotations', () => {
  it('of which the schema would notice a fault', () => {
    const faults: ((item: Item) => unknown)[] = [
      item => (item.motivation = 'quoting'),
      item => (item.target = []),
      item => (item.id = ''),
      item => (item.body = []),
      item => Object.assign(item, { claim: 1 }),
    ];
    for (const spoil of faults) {
      const collection = annotated(ferryAnalysis, ferryText);
      spoil(itemOf(collection, 'claim-a1'));
      assert.ok(!followsModel(collection), String(spoil));
    }
  });

  it('have a claim’s words for targets, and who said it for a body', () => {
    const item = itemOf(annotated({ ...ferryAnalysis, file: 'ferry.txt' }, ferryText), 'claim-a1');
    assert.deepEqual([item.motivation, item.body[0]?.value], ['identifying', 'Ines Okafor, said']);
    assert.deepEqual(item.target, [
      {
        source: 'ferry.txt',
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: '“the ferry will sail”',
            prefix: 'Mayor Ines Okafor said ',
            suffix: ' and that fares would rise. Two ',
          },
          { type: 'TextPositionSelector', ...spanOf(ferryText, '“the ferry will sail”') },
        ],
      },
      {
        source: 'ferry.txt',
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: 'that fares would rise',
            prefix: ' said “the ferry will sail” and ',
            suffix: '. Two dockers who asked not to b',
          },
          { type: 'TextPositionSelector', ...spanOf(ferryText, 'that fares would rise') },
        ],
      },
    ]);
  });

  it('keep what a later version of the analysis may add', () => {
    const [first, ...others] = ferryAnalysis.attributions;
    const later = {
      ...ferryAnalysis,
      attributions: [{ ...first, verification: { status: 'disputed', note: '🚢?' } }, ...others],
    } as Analysis;
    assert.deepEqual(fromWebAnnotations(ferryText, annotated(later, ferryText)), later);
  });

  const files: [file: string | null, id: string | null, source: string][] = [
    ['articles/a b#1?.txt', null, 'articles/a%20b%231%3F.txt'],
    ['C:\\Texte\\é.txt', null, 'file:///C:/Texte/%C3%A9.txt'],
    ['12:30.txt', null, './12:30.txt'],
    ['a/12:30.txt', null, 'a/12:30.txt'],
    [null, '7', '7'],
    [null, null, '#text'],
    ['\ud800.txt', null, '%EF%BF%BD.txt'],
  ];
  for (const [file, id, source] of files) {
    it(`name ${JSON.stringify(file ?? id)} as ${source}`, () => {
      const collection = annotated({ ...ferryAnalysis, file, id }, ferryText);
      assert.equal(itemOf(collection, 'analysis').target, source);
    });
  }

  const broken: [what: string, spoil: (collection: Collection) => unknown][] = [
    ['something else', () => ({ type: 'Article' })],
    ['no object', () => 7],
    [
      'an annotation of another program',
      it => (
        it.first.items.push({
          id: '#x',
          motivation: 'tagging',
          body: [{ format: 'text/plain', value: 'x' }],
          target: 'x',
        }),
        it
      ),
    ],
    [
      'a claim by an actor who is missing',
      it => ((it.first.items = it.first.items.filter(({ id }) => id !== '#actor-k1')), it),
    ],
    ['no analysis', it => (it.first.items.shift(), it)],
    [
      'another version',
      it => (
        (it.first.items[0]!.body[1]!.value = it.first.items[0]!.body[1]!.value.replace(
          '"version":1',
          '"version":99',
        )),
        it
      ),
    ],
    ['broken JSON', it => ((it.first.items[1]!.body[1]!.value = '{"attribution":'), it)],
    [
      'a wrong kind',
      it => (
        (it.first.items[1]!.body[1]!.value = it.first.items[1]!.body[1]!.value.replace(
          '"mixed"',
          '"quoted"',
        )),
        it
      ),
    ],
  ];
  for (const [what, spoil] of broken) {
    it(`are refused where they are or have ${what}`, () => {
      const json = spoil(annotated(ferryAnalysis, ferryText));
      assert.throws(
        () => fromWebAnnotations(ferryText, json),
        (error: unknown) => error instanceof AnnotationImportError && error.problem === 'no-annotations',
      );
    });
  }

  for (const text of [
    `At last. ${ferryText}`,
    ferryText.slice(0, -40),
    ferryText.replace('ferry', 'ferri'),
    '',
  ]) {
    it(`are refused for the other text “${text.slice(0, 30)}”`, () => {
      const json = annotated(ferryAnalysis, ferryText);
      assert.throws(
        () => fromWebAnnotations(text, json),
        (error: unknown) => error instanceof AnnotationImportError && error.problem === 'other-text',
      );
    });
  }

  it('tell the words of each claim, to find them in any version of the text', () => {
    const [, second] = quotedClaims(annotated(ferryAnalysis, ferryText));
    assert.deepEqual(
      [
        second?.claim.id,
        second?.content.map(it => it.exact),
        second?.cue.map(it => it.exact),
        second?.source.map(it => it.prefix),
      ],
      ['a2', ['the pier was rotten'], ['warned'], ['ail” and that fares would rise. ']],
    );
  });
});

describe('offsets in code points', () => {
  it('are those of the characters, and the way back gives the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), text => {
        const { toCodePoints, toUnits } = offsetUnitsIn(text);
        let units = 0;
        for (const [nth, character] of [...Array.from(text), ''].entries()) {
          assert.deepEqual([toCodePoints(units), toUnits(nth)], [nth, units]);
          units += character.length;
        }
      }),
    );
  });

  it('of the middle of a character are those behind it', () => {
    assert.equal(offsetUnitsIn('a🚢b').toCodePoints(2), 2);
  });
});
