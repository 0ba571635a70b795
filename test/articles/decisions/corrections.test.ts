import assert from 'node:assert/strict';
import { analyze } from '../../../src/analysis/analyze';
import type { Actor, Analysis, Attribution } from '../../../src/analysis/contract';
import { applyDecisions } from '../../../src/articles/decisions/apply';
import * as builders from '../../../src/articles/decisions/builders';
import type { Decision } from '../../../src/articles/decisions/decision';
import { ferryAnalysis, ferryText, spanOf } from '../fixture';

const TEXT = `Mayor Ines Okafor said the quay would open in June. “We are ready,” she said.

A senior official briefed on the plans said the pier was “rotten to the core”. The official said that repairs had begun.

Harbour master Tom Brack denied it. Brack told the Quay Post that divers had seen no damage. The “free” mooring is full.

Leaflets lay in the town.
`;
const article = { text: TEXT, file: 'quay.article' };
const at = (words: string, nth = 0) => [spanOf(TEXT, words, nth)];

/** “who: what, what; who: what”, in the order of the text, with `kind` of what is no plain indirect claim. */
function told({ attributions, actors }: Analysis, text = TEXT): string[] {
  const words = ({ content }: Attribution) =>
    content.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return attributions.map(claim => {
    const actor = actors.find(({ id }) => id === claim.source?.actor);
    assert.equal(actor === undefined, claim.source === null, 'a source has an actor');
    return `${actor?.name ?? 'nobody'}: ${words(claim)}`;
  });
}

const before = analyze(TEXT);
/** The claim with these words in it. */
const claim = (words: string) => {
  const { start } = spanOf(TEXT, words);
  const found = before.attributions.find(it =>
    it.content.some(span => span.start <= start && start < span.end),
  );
  assert.ok(found, `no claim “${words}”`);
  return found;
};
const actorCalled = (analysis: Analysis, name: string): Actor | undefined =>
  analysis.actors.find(actor => actor.name === name);
/** The “it” of “denied it”. */
const DENIED = { start: spanOf(TEXT, 'denied it').end - 2, end: spanOf(TEXT, 'denied it').end };
let clock = 0;
/** As if decided one after the other. */
const timed = (decisions: readonly Decision[]): Decision[] =>
  decisions.map(decision => ({
    ...decision,
    at: new Date(Date.UTC(2031, 3, 2) + 1000 * clock++).toISOString(),
  }));
const decide = (...decisions: Decision[]) => applyDecisions(TEXT, before, timed(decisions));

const OKAFOR_JUNE = 'Ines Okafor: the quay would open in June';
const OKAFOR_READY = 'Ines Okafor: “We are ready,”';
const OFFICIAL_ROTTEN = 'A senior official: the pier was “rotten to the core”';
const OFFICIAL_REPAIRS = 'A senior official: that repairs had begun';
const BRACK = 'Tom Brack: that divers had seen no damage';
const ALL = [OKAFOR_JUNE, OKAFOR_READY, OFFICIAL_ROTTEN, OFFICIAL_REPAIRS, BRACK];
const instead = (old: string, ...now: string[]) => ALL.flatMap(it => (it === old ? now : [it]));

describe('a correction', () => {
  it('is tried on an article in which five claims are found', () => {
    assert.deepEqual(told(before), ALL);
  });

  const cases: [what: string, decisions: () => Decision[], expected: string[]][] = [
    ['not a claim', () => [builders.notClaim(article, claim('repairs'))], instead(OFFICIAL_REPAIRS)],
    [
      'not a source, these words',
      () => [builders.notSource(article, at('The official'))],
      instead(OFFICIAL_REPAIRS, 'nobody: that repairs had begun'),
    ],
    [
      'not a source, whoever they mean',
      () => [builders.notSource(article, at('The official'), 'actor')],
      [
        OKAFOR_JUNE,
        OKAFOR_READY,
        'nobody: the pier was “rotten to the core”',
        'nobody: that repairs had begun',
        BRACK,
      ],
    ],
    [
      'another source, by a mention of it',
      () => [builders.otherSource(article, claim('repairs'), at('Tom Brack'))],
      instead(OFFICIAL_REPAIRS, 'Tom Brack: that repairs had begun'),
    ],
    [
      'another source, by a pronoun',
      () => [builders.otherSource(article, claim('repairs'), at('she', 0))],
      instead(OFFICIAL_REPAIRS, 'Ines Okafor: that repairs had begun'),
    ],
    [
      'another source, by words that were none',
      () => [builders.otherSource(article, claim('repairs'), at('Leaflets'))],
      instead(OFFICIAL_REPAIRS, 'Leaflets: that repairs had begun'),
    ],
    [
      'nobody',
      () => [builders.otherSource(article, claim('repairs'), null)],
      instead(OFFICIAL_REPAIRS, 'nobody: that repairs had begun'),
    ],
    [
      'the same actor',
      () => [builders.sameAs(article, at('A senior official'), at('Tom Brack'))],
      [
        OKAFOR_JUNE,
        OKAFOR_READY,
        'Tom Brack: the pier was “rotten to the core”',
        'Tom Brack: that repairs had begun',
        BRACK,
      ],
    ],
    [
      'another actor, as the words call it',
      () => [builders.split(article, at('The official'))],
      instead(OFFICIAL_REPAIRS, 'The official: that repairs had begun'),
    ],
    [
      'another actor, with a name',
      () => [builders.split(article, at('The official'), [], 'Ada Moll')],
      instead(OFFICIAL_REPAIRS, 'Ada Moll: that repairs had begun'),
    ],
    [
      'split and joined again',
      () => [
        builders.split(article, at('The official')),
        builders.sameAs(article, at('The official'), at('A senior official')),
      ],
      ALL,
    ],
    [
      'joined and split again',
      () => [
        builders.sameAs(article, at('Tom Brack'), at('Mayor Ines Okafor')),
        builders.split(article, at('Tom Brack'), [at('Brack', 1)]),
      ],
      ALL,
    ],
    [
      'a claim that was missed, with its source and cue',
      () => [builders.addClaim(article, DENIED, at('Tom Brack'), at('denied'))],
      instead(BRACK, 'Tom Brack: it', BRACK),
    ],
    [
      'a claim that was missed, of nobody',
      () => [builders.addClaim(article, spanOf(TEXT, 'The “free” mooring is full'))],
      [...ALL, 'nobody: The “free” mooring is full'],
    ],
    [
      'a source that was missed, of a claim',
      () => [builders.addSource(article, spanOf(TEXT, 'divers'), claim('divers'))],
      instead(BRACK, 'divers: that divers had seen no damage'),
    ],
    [
      'a quote that was missed',
      () => [builders.addQuote(article, spanOf(TEXT, '“free”'))],
      [...ALL, 'nobody: “free”'],
    ],
    [
      'no claim after all, and a longer one in its place',
      () => [
        builders.notClaim(article, claim('repairs')),
        builders.addClaim(article, spanOf(TEXT, 'The official said that repairs had begun')),
      ],
      instead(OFFICIAL_REPAIRS, 'nobody: The official said that repairs had begun'),
    ],
  ];
  for (const [what, decisions, expected] of cases) {
    it(`makes it ${what}`, () => {
      const after = decide(...decisions());
      assert.deepEqual(told(after), expected);
      assert.ok(after.decisions.every(({ state }) => state === 'applied'));
    });
  }

  for (const scope of ['mention', 'actor'] as const) {
    it(`takes whoever passed a claim on for no source, and keeps who made it (${scope})`, () => {
      const ferry = { text: ferryText, file: 'ferry.txt' };
      const made = builders.notSource(ferry, [spanOf(ferryText, 'the Quay Post')], scope);
      const passedOn = ferryAnalysis.attributions.find(({ via }) => via.length > 0);
      const after = applyDecisions(ferryText, ferryAnalysis, [made]).attributions;
      const changed = after.find(({ id }) => id === passedOn?.id);
      assert.deepEqual(changed, { ...passedOn, via: [], origin: 'user', decisions: [made.id] });
    });
  }

  it('keeps who and what it changed as the user’s own, and names the decision there', () => {
    const made = builders.otherSource(article, claim('repairs'), at('Tom Brack'));
    const changed = decide(made).attributions.find(({ decisions }) => decisions);
    assert.deepEqual(changed?.decisions, [made.id]);
    assert.equal(changed.origin, 'user');
    const others = decide(made).attributions.filter(it => it !== changed && it.origin === 'user');
    assert.equal(others.filter(({ id }) => id !== changed.id).length, 0);
  });

  it('reads kind and cue kind of an added claim off the text', () => {
    const added = builders.addClaim(article, spanOf(TEXT, 'The “free” mooring is full'), null, at('denied'));
    const { attributions } = decide(added);
    const found = attributions.find(({ decisions }) => decisions?.includes(added.id));
    assert.equal(found?.kind, 'mixed');
    assert.equal(found.cueKind, 'speech');
    assert.equal(found.confidence, 1);
    assert.deepEqual(found.evidence, ['decision:added']);
  });

  it('takes speech that is none out of the kind of its claim', () => {
    const after = decide(builders.notQuote(article, spanOf(TEXT, '“rotten to the core”')));
    const changed = after.attributions.find(
      ({ content }) => content[0]?.start === claim('the pier').content[0]?.start,
    );
    assert.equal(claim('the pier').kind, 'mixed');
    assert.equal(changed?.kind, 'indirect');
    const quotation = after.quotations.find(({ span }) => span.start === spanOf(TEXT, '“rotten').start);
    assert.equal(quotation?.role, 'scare');
    assert.equal(quotation.attribution, null);
  });

  it('takes a claim out that was one for its quotation marks alone', () => {
    const text = '“The tide will take what the builders have left of it.”\n';
    const analysis = analyze(text);
    assert.deepEqual(told(analysis, text), [
      'nobody: “The tide will take what the builders have left of it.”',
    ]);
    const made = builders.notQuote({ text, file: 'f' }, analysis.quotations[0]!.span);
    assert.deepEqual(applyDecisions(text, analysis, [made]).attributions, []);
  });

  it('gives a claim the certainty of somebody who looked', () => {
    const after = decide(builders.confirm(article, claim('repairs')));
    const confirmed = after.attributions.find(({ evidence }) => evidence.includes('decision:confirmed'));
    assert.equal(confirmed?.confidence, 1);
    assert.equal(confirmed.origin, 'analysis');
    assert.deepEqual(told(after), ALL);
  });

  it('keeps a status with its note', () => {
    const after = decide(builders.status(article, claim('repairs'), 'disputed', 'The yard says no.'));
    const [verified] = after.attributions.filter(({ verification }) => verification);
    assert.deepEqual(verified?.verification, { status: 'disputed', note: 'The yard says no.' });
    assert.equal(after.attributions.filter(({ verification }) => verification).length, 1);
  });

  it('names an actor, and makes one anonymous', () => {
    const named = decide(builders.named(article, at('A senior official'), 'Ada Moll'));
    assert.equal(actorCalled(named, 'Ada Moll')?.anonymity, null);
    assert.equal(actorCalled(named, 'Ada Moll')?.anonymous, false);
    const unnamed = decide(builders.anonymous(article, at('Tom Brack'), 'role'));
    assert.equal(actorCalled(unnamed, 'Tom Brack')?.anonymous, true);
    assert.equal(actorCalled(unnamed, 'Tom Brack')?.anonymity?.class, 'role');
  });

  it('keeps a note on an actor, and that it is confidential', () => {
    const after = decide(
      builders.note(article, at('The official'), 'Called on Monday.'),
      builders.confidential(article, at('A senior official')),
    );
    const actor = actorCalled(after, 'A senior official');
    assert.equal(actor?.note, 'Called on Monday.');
    assert.equal(actor.confidential, true);
    assert.equal(actor.decisions?.length, 2);
  });

  it('finds the checks again', () => {
    const of = (analysis: Analysis) =>
      analysis.checks.filter(({ code }) => code === 'anonymity.reason-missing').length;
    assert.equal(of(before), 1);
    assert.equal(of(decide(builders.named(article, at('A senior official'), 'Ada Moll'))), 0);
  });

  const later: [what: string, decisions: () => Decision[], states: string[], expected: string[]][] = [
    [
      'no claim, then one after all',
      () => [builders.notClaim(article, claim('repairs')), builders.confirm(article, claim('repairs'))],
      ['superseded', 'applied'],
      ALL,
    ],
    [
      'one source, then another one',
      () => [
        builders.otherSource(article, claim('repairs'), at('Tom Brack')),
        builders.otherSource(article, claim('repairs'), at('Mayor Ines Okafor')),
      ],
      ['superseded', 'applied'],
      instead(OFFICIAL_REPAIRS, 'Ines Okafor: that repairs had begun'),
    ],
    [
      'a name, then none, by another mention',
      () => [
        builders.named(article, at('A senior official'), 'Ada Moll'),
        builders.anonymous(article, at('The official'), 'collective'),
      ],
      ['superseded', 'applied'],
      ALL,
    ],
    [
      'a claim added, then taken out',
      () => [
        builders.addClaim(article, spanOf(TEXT, 'The “free” mooring is full')),
        builders.notClaim(article, { content: at('The “free” mooring is full') }),
      ],
      ['superseded', 'applied'],
      ALL,
    ],
    [
      'two notes on one actor',
      () => [builders.note(article, at('Tom Brack'), 'a'), builders.note(article, at('Brack', 1), 'b')],
      ['superseded', 'applied'],
      ALL,
    ],
    [
      'a status and a source, which have nothing to do with one another',
      () => [
        builders.status(article, claim('repairs'), 'confirmed'),
        builders.otherSource(article, claim('repairs'), at('Tom Brack')),
      ],
      ['applied', 'applied'],
      instead(OFFICIAL_REPAIRS, 'Tom Brack: that repairs had begun'),
    ],
  ];
  for (const [what, decisions, states, expected] of later) {
    it(`that comes later holds: ${what}`, () => {
      const made = timed(decisions());
      for (const order of [made, made.toReversed()]) {
        const after = applyDecisions(TEXT, before, order);
        assert.deepEqual(told(after), expected);
        assert.deepEqual(
          made.map(({ id }) => after.decisions.find(it => it.id === id)?.state),
          states,
        );
      }
    });
  }

  it('of two of the same moment, that with the greater id holds', () => {
    const at0 = '2031-04-02T09:00:00.000Z';
    const one = { ...builders.note(article, at('Tom Brack'), 'one'), id: 'a', at: at0 };
    const other = { ...builders.note(article, at('Tom Brack'), 'other'), id: 'b', at: at0 };
    for (const order of [
      [one, other],
      [other, one],
    ])
      assert.equal(actorCalled(applyDecisions(TEXT, before, order), 'Tom Brack')?.note, 'other');
  });

  const orphans: [what: string, cut: string, decision: () => Decision][] = [
    ['its words are gone', 'repairs had begun', () => builders.confirm(article, claim('repairs'))],
    [
      'the words of the source are gone',
      'Harbour master Tom Brack denied it. Brack told the Quay Post that divers had seen no damage. ',
      () => builders.otherSource(article, claim('repairs'), at('Tom Brack')),
    ],
    [
      'one of two that are the same is gone',
      'Mayor Ines Okafor said the quay would open in June. “We are ready,” she said.',
      () => builders.sameAs(article, at('Tom Brack'), at('Mayor Ines Okafor')),
    ],
  ];
  for (const [what, cut, decision] of orphans) {
    it(`is orphaned, and does nothing, where ${what}`, () => {
      const text = TEXT.replace(cut, '');
      const analysis = analyze(text);
      const after = applyDecisions(text, analysis, [decision()]);
      assert.deepEqual(
        after.decisions.map(({ state }) => state),
        ['orphaned'],
      );
      assert.deepEqual({ ...after, decisions: [] }, analysis);
    });
  }

  it('has the checks found again, but not in an analysis of a part of the text, which has none', () => {
    const made = builders.otherSource(article, claim('repairs'), at('Tom Brack'));
    const checksOf = (partial: boolean) =>
      applyDecisions(TEXT, { ...before, checks: [], partial }, [made]).checks;
    assert.deepEqual(checksOf(true), []);
    assert.ok(checksOf(false).length > 0);
  });

  it('holds after edits around its words, and small ones in them', () => {
    const text = `At last.\n\n${TEXT.replace('repairs had begun', 'the repairs had begun')}`;
    const made = builders.otherSource(article, claim('repairs'), at('Tom Brack'));
    const after = applyDecisions(text, analyze(text), [made]);
    assert.ok(
      told(after, text).includes('Tom Brack: that the repairs had begun'),
      told(after, text).join('\n'),
    );
  });
});
