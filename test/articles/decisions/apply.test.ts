import assert from 'node:assert/strict';
import type { Check, CheckCode } from '../../../src/analysis/contract';
import { applyDecisions } from '../../../src/articles/decisions/apply';
import { dismissal, type DismissalScope } from '../../../src/articles/decisions/dismissal';
import { analysisWith, spanOf } from '../fixture';

const TEXT =
  'Two officials boasted that the pier is safe. A person close to the talks boasted that it is not.';
const checks = [
  checkAt('anonymity.vague', 'Two officials'),
  checkAt('cue.loaded', 'boasted'),
  checkAt('anonymity.vague', 'A person close to the talks'),
  checkAt('cue.loaded', 'boasted', 1),
];

describe('a dismissal', () => {
  const cases: [scope: DismissalScope, nth: number, left: number[]][] = [
    ['here', 0, [1, 2, 3]],
    ['here', 3, [0, 1, 2]],
    ['file', 0, [1, 3]],
    ['workspace', 1, [0, 2]],
  ];
  for (const [scope, nth, left] of cases) {
    it(`of check ${nth}, scope “${scope}”, leaves ${left.join(', ')}`, () => {
      const made = dismissal(checks[nth]!, scope, TEXT, 'ferry.article');
      const { checks: shown, decisions } = applyDecisions(TEXT, analysisWith({ checks }), [made]);
      assert.deepEqual(
        shown,
        left.map(kept => checks[kept]),
      );
      assert.deepEqual(decisions, [
        { id: made.id, state: 'applied', dismissed: checks.filter((_, i) => !left.includes(i)) },
      ]);
    });
  }

  it('holds when the words were edited a little', () => {
    const made = dismissal(checks[2]!, 'here', TEXT, 'ferry.article');
    const text = TEXT.replace('the talks', 'the secret talks');
    const edited = checkAt('anonymity.vague', 'A person close to the secret talks', 0, text);
    const { checks: shown } = applyDecisions(text, analysisWith({ checks: [checks[0]!, edited] }), [made]);
    assert.deepEqual(shown, [checks[0]]);
  });

  it('is orphaned when its words are gone, and hides nothing then', () => {
    const made = dismissal(checks[2]!, 'here', TEXT, 'ferry.article');
    const text = 'Two officials boasted that the pier is safe.';
    const applied = applyDecisions(text, analysisWith({ checks: checks.slice(0, 2) }), [made]);
    assert.deepEqual(applied.checks, checks.slice(0, 2));
    assert.deepEqual(applied.decisions, [{ id: made.id, state: 'orphaned', dismissed: [] }]);
  });

  it('takes a check out that another one took out already without harm', () => {
    const made = (['file', 'here'] as const).map(scope => dismissal(checks[0]!, scope, TEXT, 'f'));
    const { checks: shown } = applyDecisions(TEXT, analysisWith({ checks }), made);
    assert.deepEqual(shown, [checks[1], checks[3]]);
  });
});

function checkAt(code: CheckCode, words: string, nth = 0, text = TEXT): Check {
  return { code, args: {}, span: spanOf(text, words, nth), attribution: null, actor: null };
}
