import assert from 'node:assert/strict';
import { Article } from '../../src/articles/article';
import { hasName, renameActor } from '../../src/articles/rename';
import type { ActorType } from '../../src/analysis/contract';
import { actorWith, analysisWith } from './fixture';

/** The text with an actor's mentions in braces, then what it reads after the rename; what is uncertain gets a `?`. */
function renamed(marked: string, from: string, to: string, type: ActorType = 'person'): string {
  const parts = marked.split(/([{}<>])/);
  let text = '';
  const own: number[] = [];
  const others: number[] = [];
  for (const part of parts) {
    if (part === '{' || part === '}') own.push(text.length);
    else if (part === '<' || part === '>') others.push(text.length);
    else text += part;
  }
  const mentions = (edges: number[]) =>
    edges.flatMap((start, i) =>
      i % 2 === 0 ? [{ span: [{ start, end: edges[i + 1] ?? start }], form: 'name' as const }] : [],
    );
  const actor = actorWith({ id: 'k1', name: from, type, mentions: mentions(own) });
  const other = actorWith({ id: 'k2', name: 'somebody else', mentions: mentions(others) });
  const article = new Article(text, analysisWith({ actors: [actor, other] }));
  return renameActor(article, actor, to).reduceRight(
    (changed, { start, end, text: name, certain }) =>
      `${changed.slice(0, start)}${name}${certain ? '' : '?'}${changed.slice(end)}`,
    text,
  );
}

describe('a rename', () => {
  const cases: [what: string, marked: string, from: string, to: string, result: string, type?: ActorType][] =
    [
      [
        'changes whole names, surnames and given names',
        '{Ann Marsh} spoke. {Marsh} left. {Ann} stayed.',
        'Ann Marsh',
        'Anne Marshall',
        'Anne Marshall spoke. Marshall left. Anne stayed.',
      ],
      [
        'keeps titles',
        '{Councillor Ann Marsh} and {Ms. Marsh}.',
        'Ann Marsh',
        'Anne Marshall',
        'Councillor Anne Marshall and Ms. Marshall.',
      ],
      [
        'keeps what tells the owner, within the mention or behind it',
        "{Marsh’s} house, {Marsh}'s car.",
        'Ann Marsh',
        'Anne Marshall',
        "Marshall’s house, Marshall's car.",
      ],
      ['writes ’s for a bare apostrophe', '{James}’ house', 'Eva James', 'Eva Jamie', 'Jamie’s house'],
      [
        'leaves a closing quotation mark alone',
        '‘I saw {James}.’',
        'Eva James',
        'Eva Jamie',
        '‘I saw Jamie.’',
      ],
      [
        'keeps capitals',
        '{MARSH}: No. {ANN MARSH}',
        'Ann Marsh',
        'Anne Marshall',
        'MARSHALL: No. ANNE MARSHALL',
      ],
      [
        'changes the parts around an initial',
        '{Ann B. Marsh} and {Ann Marsh}',
        'Ann B. Marsh',
        'Anne B. Marshall',
        'Anne B. Marshall and Anne Marshall',
      ],
      [
        'makes a second surname part of the surname',
        '{Ann Marsh}, then {Marsh}',
        'Ann Marsh',
        'Ann Marsh Jones',
        'Ann Marsh Jones, then Marsh Jones',
      ],
      [
        'leaves a surname alone where only another given name comes in',
        '{Ann Marsh}, then {Marsh}',
        'Ann Marsh',
        'Ann Sophie Marsh',
        'Ann Sophie Marsh, then Marsh',
      ],
      [
        'changes surnames of several words',
        '{Lena van der Berg}, then {Van der Berg}',
        'Lena van der Berg',
        'Lena van den Bergh',
        'Lena van den Bergh, then Van den Bergh',
      ],
      [
        'changes names that go over the end of a line',
        '{Ann\nMarsh} left.',
        'Ann Marsh',
        'Anne Marshall',
        'Anne Marshall left.',
      ],
      [
        'changes an organization’s name and a part of it',
        '{the Harbour Trust}, then {the Trust}',
        'Harbour Trust',
        'Haven Fund',
        'the Haven Fund, then the Fund',
        'organization',
      ],
      [
        'asks about the same name outside the mentions',
        '{Ann Marsh} left. Photo: Marsh in May. The marsh is wet.',
        'Ann Marsh',
        'Anne Marshall',
        'Anne Marshall left. Photo: Marshall? in May. The marsh is wet.',
      ],
      [
        'does not touch another actor of that surname',
        '{Ann Marsh} and <Peter Marsh>; <Marsh> agreed.',
        'Ann Marsh',
        'Anne Marshall',
        'Anne Marshall and Peter Marsh; Marsh agreed.',
      ],
      [
        'does not take a part of an organization’s name elsewhere for the name',
        '{Harbour Trust} runs it. Trust is rare. Harbour Trust won.',
        'Harbour Trust',
        'Haven Fund',
        'Haven Fund runs it. Trust is rare. Haven Fund? won.',
        'organization',
      ],
      [
        'changes nothing where the name stays',
        '{Ann Marsh} left.',
        'Ann Marsh',
        'Ann Marsh',
        'Ann Marsh left.',
      ],
      ['changes nothing for an empty name', '{Ann Marsh} left.', 'Ann Marsh', '  ', 'Ann Marsh left.'],
    ];
  for (const [what, marked, from, to, result, type] of cases) {
    it(what, () => {
      assert.equal(renamed(marked, from, to, type), result);
    });
  }

  it('is for those who have a name', () => {
    const mentions = [{ span: [{ start: 0, end: 1 }], form: 'description' as const }];
    assert.equal(hasName(actorWith({ id: 'k1', name: 'the board', mentions })), false);
    assert.equal(
      hasName(
        actorWith({ id: 'k1', name: 'Ann', mentions: [{ span: [{ start: 0, end: 1 }], form: 'name' }] }),
      ),
      true,
    );
  });
});
