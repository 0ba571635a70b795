import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { analyze } from '../../src/analysis/analyze';
import { Article } from '../../src/articles/article';
import { answerOf, TOOLS } from '../../src/tools';
import { INPUT_SCHEMA, readInput, ToolError } from '../../src/tools/input';
import { ANSWERS } from './schema';

const ajv = new Ajv({ strict: true, allErrors: true });

const ARTICLE = [
  'Ferry to Low Island will run again',
  '',
  'The ferry will sail again in April, Mayor Ines Okafor told the Quay Post on Monday.',
  '',
  '“The pier is rotten,” said two officials briefed on the survey, who asked not to be named because they feared for their jobs.',
  '',
  '“It will hold,” a source said.',
  '',
].join('\n');

interface Answer {
  readonly partial?: true;
  readonly total: number;
  readonly from: number;
  readonly next: number | null;
  readonly [list: string]: unknown;
}

const made = new Map<string, Article>();

/** Each text is analysed once. */
function articleOf(text: string): Article {
  const article = made.get(text) ?? new Article(text, analyze(text));
  made.set(text, article);
  return article;
}

function ask(name: string, article: Article | string, from = 0): Answer {
  if (typeof article === 'string') return ask(name, articleOf(article), from);
  const tool = TOOLS.find(it => it.name === name);
  assert.ok(tool, name);
  const { checks, partial } = article.analysis;
  return JSON.parse(answerOf(tool, { article, partial, checks, explain: () => 'A check.' }, from)) as Answer;
}

const items = (answer: Answer, list: string) => answer[list] as readonly Readonly<Record<string, unknown>>[];

/** An article with so many sources, claims and, twice as many, checks. */
const many = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `“The pier is rotten,” said Ada Quill${nameOf(i)}. “It will hold,” a source said.\n\n`,
  ).join('');

const long = many(60);

describe('the tools for language models', () => {
  it('name each source, with what the article tells of its anonymity', () => {
    const sources = items(ask('get_sources', ARTICLE), 'sources');
    const officials = sources.find(({ name }) => String(name).startsWith('two officials'));
    assert.deepEqual(
      [officials?.anonymous, officials?.line, officials?.claims, officials?.anonymity],
      [
        true,
        5,
        1,
        {
          class: 'group',
          count: 'two',
          descriptor: 'two officials',
          basis: 'briefed on the survey',
          reason: 'because they feared for their jobs',
          conditions: 'asked not to be named',
        },
      ],
    );
    const mayor = sources.find(({ name }) => name === 'Ines Okafor');
    assert.deepEqual(
      [mayor?.anonymous, mayor?.anonymity, mayor?.line, mayor?.roles],
      [false, null, 3, [{ role: 'Mayor', former: false, affiliation: null }]],
    );
  });

  it('say of a partial analysis that there may be more, and of a whole one nothing', () => {
    const whole = analyze(ARTICLE);
    for (const { name } of TOOLS) {
      assert.equal(ask(name, new Article(ARTICLE, { ...whole, partial: true })).partial, true);
      assert.ok(!('partial' in ask(name, new Article(ARTICLE, whole))));
    }
  });

  it('tell of each claim its words, its line and who said it', () => {
    const [first, second] = items(ask('list_claims', ARTICLE), 'claims');
    assert.deepEqual(
      [first?.words, first?.line, first?.kind, first?.channel],
      ['The ferry will sail again in April', 3, 'indirect', ['the Quay Post']],
    );
    assert.deepEqual((first?.source as { name: string }).name, 'Ines Okafor');
    assert.deepEqual([second?.words, second?.line, second?.kind], ['“The pier is rotten,”', 5, 'direct']);
  });

  it('tell of each check its rule, its words and its line', () => {
    const checks = items(ask('check_sourcing', ARTICLE), 'checks');
    const vague = checks.find(({ rule }) => rule === 'anonymity.vague');
    assert.deepEqual([vague?.about, vague?.words, vague?.line], ['A check.', 'a source', 7]);
  });

  for (const [ending, name] of [
    ['\n', 'line feeds'],
    ['\r\n', 'carriage returns and line feeds'],
    ['\r', 'carriage returns'],
  ] as const) {
    it(`count lines that end in ${name}`, () => {
      const claims = items(ask('list_claims', ARTICLE.replaceAll('\n', ending)), 'claims');
      assert.equal(claims.find(({ words }) => words === '“It will hold,”')?.line, 7);
    });
  }

  for (const [name, list] of [
    ['get_sources', 'sources'],
    ['list_claims', 'claims'],
    ['check_sourcing', 'checks'],
  ] as const) {
    it(`${name} answers in pages that leave nothing out`, () => {
      const found: unknown[] = [];
      let pages = 0;
      for (let from: number | null = 0; from !== null; pages++) {
        const answer = ask(name, long, from);
        assert.ok(JSON.stringify(answer).length < 21_000);
        assert.equal(answer.from, from);
        found.push(...items(answer, list));
        assert.ok(answer.next === null || answer.next === found.length);
        if (answer.next === null) assert.equal(found.length, answer.total);
        from = answer.next;
      }
      assert.ok(pages > 1, `${pages} page`);
      assert.equal(new Set(found.map(it => JSON.stringify(it))).size, found.length);
    });

    it(`${name} answers from behind the end with an empty page`, () => {
      const answer = ask(name, ARTICLE, 1000);
      assert.deepEqual([items(answer, list), answer.next], [[], null]);
    });

    it(`${name} answers as its schema says, also for texts without findings`, () => {
      const validate = ajv.compile(ANSWERS[name] ?? {});
      for (const text of [
        ARTICLE,
        many(3),
        'It rained in Elden.',
        '',
        '\ud800 “ said \udc00',
        `“${'long '.repeat(400)}” said Ida Brandt.`,
      ]) {
        assert.ok(validate(ask(name, text)), JSON.stringify(validate.errors));
      }
    });
  }

  it('cut long words, and tell how long they are', () => {
    const words = `“${'ferry '.repeat(1000)}”`;
    const [claim] = items(ask('list_claims', `${words} said Mayor Ida Brandt.`), 'claims');
    assert.deepEqual([claim?.length, String(claim?.words).length], [words.length, 1001]);
  });

  it('take what their schema takes, and refuse anything else', () => {
    const validate = ajv.compile(INPUT_SCHEMA);
    const good = [{}, { path: 'a.txt' }, { text: '' }, { text: 'a', from: 3 }];
    for (const input of good) {
      assert.ok(validate(input));
      assert.deepEqual(readInput(input), { from: 0, ...input });
    }
    const bad = [
      null,
      'a.txt',
      { path: 1 },
      { text: null },
      { from: -1 },
      { from: 0.5 },
      { from: '1' },
      { file: 'a' },
    ];
    for (const input of bad) {
      assert.ok(!validate(input), JSON.stringify(input));
      assert.throws(() => readInput(input), ToolError, JSON.stringify(input));
    }
    assert.throws(() => readInput({ path: 'a', text: 'b' }), /not both/);
  });
});

/** Letters alone, so that names differ as names do. */
function nameOf(index: number): string {
  const letter = (value: number) => String.fromCharCode(97 + value);
  return letter(Math.floor(index / 26)) + letter(index % 26);
}
