import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { analyze } from '../../src/analysis/analyze';
import type { Tagger } from '../../src/analysis/tagger';
import { applyWordList, type WordList } from '../../src/articles/wordList';
import { readWordList } from '../../src/articles/wordListFile';
import { shippedTagger } from '../../training/scoreFile';

const EMPTY: WordList = { sources: [], titles: [], outlets: [], cues: [], neverSources: [] };
const MOLL = { name: 'Ada Moll', role: 'harbour pilot', affiliation: 'Quay Watch', spellings: ['the pilot'] };

/** “who: what” of each claim. */
function told(text: string, list: Partial<WordList>, tagger: Tagger | null = null) {
  const words = { ...EMPTY, ...list };
  const { attributions, actors } = applyWordList(text, analyze(text, { listed: words, tagger }), words);
  return attributions.map(({ source, content }) => {
    const name = actors.find(({ id }) => id === source?.actor)?.name ?? 'nobody';
    return `${name}: ${content.map(({ start, end }) => text.slice(start, end)).join(' … ')}`;
  });
}

const actorsOf = (text: string, list: Partial<WordList>) => {
  const words = { ...EMPTY, ...list };
  return applyWordList(text, analyze(text, { listed: words }), words).actors;
};

describe('a word list', () => {
  const cases: [
    what: string,
    text: string,
    list: Partial<WordList>,
    without: string[],
    expected: string[],
  ][] = [
    [
      'has cues of its own, in every form',
      'Brack gabbled that the quay had sunk.',
      { cues: ['gabble'] },
      [],
      ['Brack: that the quay had sunk'],
    ],
    [
      'has cues of several words',
      'Tom Brack went on record that the quay had sunk.',
      { cues: ['went on record'] },
      [],
      ['Tom Brack: that the quay had sunk'],
    ],
    [
      'keeps what is never a source from being one',
      'The forecast said that rain would come. Tom Brack said that it would not.',
      { neverSources: ['forecast'] },
      ['The forecast: that rain would come', 'Tom Brack: that it would not'],
      ['Tom Brack: that it would not'],
    ],
    [
      'joins the spellings of a known source',
      'The pilot said that the quay had sunk. Ada Moll said that it would rise.',
      { sources: [MOLL] },
      ['The pilot: that the quay had sunk', 'Ada Moll: that it would rise'],
      ['Ada Moll: that the quay had sunk', 'Ada Moll: that it would rise'],
    ],
  ];
  const weights = shippedTagger();
  for (const [what, text, list, without, expected] of cases) {
    it(what, () => {
      assert.deepEqual(told(text, {}), without);
      assert.deepEqual(told(text, list), expected);
      assert.deepEqual(told(text, list, weights), expected);
    });
  }

  it('tells who a known source is, apart from what the article says', () => {
    const [actor] = actorsOf('The pilot said that the quay had sunk.', { sources: [MOLL] });
    assert.deepEqual(actor?.listed, { role: 'harbour pilot', affiliation: 'Quay Watch' });
    assert.equal(actor.name, 'Ada Moll');
    assert.equal(actor.anonymous, false);
    assert.equal(actor.anonymity, null);
    assert.ok(!JSON.stringify(actor.roles).includes('harbour pilot'));
  });

  it('makes a publication of an outlet', () => {
    const text = 'Tidewire said that the quay had sunk.';
    assert.notEqual(actorsOf(text, {})[0]?.type, 'publication');
    assert.equal(actorsOf(text, { outlets: ['Tidewire'] })[0]?.type, 'publication');
  });

  const reported: [text: string, who: string, way: 'via' | 'channel'][] = [
    ['“The quay has sunk,” Tom Brack said, according to Tidewire.', 'Tom Brack', 'via'],
    ['“The quay has sunk,” Tom Brack said on Tidewire.', 'Tom Brack', 'channel'],
  ];
  for (const [text, who, way] of reported) {
    it(`has an outlet as the ${way} of ${text}`, () => {
      const ways = (outlets: string[]) => {
        const words = { ...EMPTY, outlets };
        const { attributions, actors } = applyWordList(text, analyze(text, { listed: words }), words);
        const nameOf = (id: string | null | undefined) => actors.find(actor => actor.id === id)?.name;
        return attributions
          .filter(({ source }) => nameOf(source?.actor) === who)
          .flatMap(claim => claim[way].map(({ actor }) => nameOf(actor)));
      };
      assert.deepEqual(ways([]), []);
      assert.deepEqual(ways(['Tidewire']), ['Tidewire']);
    });
  }

  it('tells that a source is on it also where it says no more of it', () => {
    const list = { sources: [{ ...MOLL, role: null, affiliation: null }] };
    const [actor] = actorsOf('Ada Moll said that the quay had sunk.', list);
    assert.deepEqual(actor?.listed, { role: null, affiliation: null });
  });

  it('takes titles out of names', () => {
    const text = 'Portreeve Ada Moll said that the quay had sunk.';
    const [actor] = actorsOf(text, { titles: ['Portreeve'] });
    assert.equal(actor?.name, 'Ada Moll');
    assert.equal(actor.roles[0]?.text, 'Portreeve');
  });

  it('has the checks found again, but not in an analysis of a part of the text, which has none', () => {
    const text = 'Brack boasted that the quay had sunk.';
    const words = { ...EMPTY, sources: [{ ...MOLL, name: 'Brack' }] };
    const analysis = { ...analyze(text, { listed: words }), checks: [] };
    const codes = (partial: boolean) =>
      applyWordList(text, { ...analysis, partial }, words).checks.map(({ code }) => code);
    assert.deepEqual(codes(true), []);
    assert.ok(codes(false).includes('cue.loaded'));
  });

  it('that is empty changes nothing', () => {
    const text = 'The pilot said that the quay had sunk. Ada Moll told the Quay Post that it would rise.';
    const analysis = analyze(text);
    assert.deepEqual(applyWordList(text, analyze(text, { listed: EMPTY }), EMPTY), analysis);
  });
});

describe('the file of a word list', () => {
  const path = join(__dirname, '..', '..', 'schemas', 'words.schema.json');
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(path, 'utf8')) as object);

  const good: unknown[] = [
    {},
    { sources: [{ name: 'Ada Moll' }] },
    {
      sources: [MOLL],
      titles: ['Portreeve'],
      outlets: ['Tidewire'],
      cues: ['gabble'],
      neverSources: ['forecast'],
    },
  ];
  for (const value of good) {
    it(`may be ${JSON.stringify(value)}`, () => {
      assert.ok(validate(value));
      assert.equal(readWordList(JSON.stringify(value)).problem, null);
    });
  }

  const bad: [value: unknown, problem: RegExp][] = [
    [[], /object/],
    [{ cues: 'gabble' }, /^cues: /],
    [{ cues: [' '] }, /^cues\.0: /],
    [{ sources: [{ role: 'pilot' }] }, /^sources\.0\.name: /],
    [{ sauces: [] }, /^sauces: /],
  ];
  for (const [value, problem] of bad) {
    it(`may not be ${JSON.stringify(value)}, and what is wrong is told`, () => {
      assert.ok(!validate(value));
      assert.match(readWordList(JSON.stringify(value)).problem ?? '', problem);
    });
  }

  it('that is no JSON is told of', () => {
    assert.match(readWordList('{ "cues": [').problem ?? '', /JSON/);
  });
});
