import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analysis } from '../../src/analysis/contract';
import { english } from '../../src/export/english';
import { sourcesReport } from '../../src/export/report';
import { reportFile } from '../../src/export/report/page';
import {
  actorWith,
  analysisWith,
  attributionWith,
  ferryAnalysis,
  ferryText,
  spanOf,
} from '../articles/fixture';

const wording = { l10n: english, language: 'en' };
const bodyOf = (analysis: Analysis, text: string) => sourcesReport(analysis, text, wording).body;

/** What a reader sees, without the marks that are for drawing. */
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const section = (html: string, id: string) =>
  new RegExp(`<section id="${id}"[\\s\\S]*?</section>`).exec(html)?.[0] ?? '';

/** The tags of a page with the values of their attributes taken out: what text cannot change. */
const skeleton = (html: string) =>
  (html.match(/<[^>]*>/g) ?? []).map(tag => tag.replace(/"[^"]*"/g, '""')).join('');

/** One claim by somebody of that name, in an article of these words. */
function articleBy(name: string, quote: string): { analysis: Analysis; text: string } {
  // So long that a few words more or less change no mark on the axis.
  const text = `${name} said ${quote} today, ${'and on it went '.repeat(52)}`;
  const source = { start: 0, end: name.length };
  const content = { start: name.length + 6, end: name.length + 6 + quote.length };
  const actor = actorWith({ id: 'k1', name, mentions: [{ span: [source], form: 'name' }] });
  const claim = attributionWith({
    id: 'a1',
    content: [content],
    source: { mention: [source], actor: 'k1' },
    via: [{ mention: [source], cue: [], actor: 'k1' }],
  });
  const analysis = analysisWith({
    actors: [actor],
    attributions: [claim],
    checks: [
      {
        code: 'source.single-voice',
        args: { source: name },
        span: source,
        attribution: null,
        actor: 'k1',
      },
    ],
    article: { ...ferryAnalysis.article, headline: source, byline: source, outlet: name, date: null },
  });
  return { analysis, text };
}

/** An article of many actors who take turns. */
function crowd(actorCount: number, claimCount: number): { analysis: Analysis; text: string } {
  const sentence = 'The tide will turn before noon. ';
  const text = sentence.repeat(claimCount);
  const actors = Array.from({ length: actorCount }, (_, index) =>
    actorWith({ id: `k${index}`, name: `Witness ${index}` }),
  );
  const attributions = Array.from({ length: claimCount }, (_, index) =>
    attributionWith({
      id: `a${index}`,
      kind: index % 2 ? 'direct' : 'indirect',
      content: [{ start: index * sentence.length, end: (index + 1) * sentence.length - 1 }],
      source: { mention: [], actor: `k${index % actorCount}` },
      via: index % 7 ? [] : [{ mention: [], cue: [], actor: `k${(index + 1) % actorCount}` }],
    }),
  );
  return { analysis: analysisWith({ actors, attributions }), text };
}

describe('the Sources report', () => {
  it('says the key figures in a sentence', () => {
    assert.match(
      wordsOf(section(bodyOf(ferryAnalysis, ferryText), 'figures')),
      /3 claims from 3 sources\. Of the sources, 1 is named, 1 is anonymous, and 1 is a spokesperson or a body/,
    );
  });

  it('lists who speaks the most words first, each word once', () => {
    const text = 'The pier is rotten and unsafe, Ada Lind said. It sinks, Bo Karr said.';
    const claim = (id: string, words: string, actor: string) =>
      attributionWith({
        id,
        content: [spanOf(text, words)],
        source: { mention: [spanOf(text, actor === 'k1' ? 'Ada Lind' : 'Bo Karr')], actor },
      });
    const voices = wordsOf(
      section(
        bodyOf(
          analysisWith({
            actors: [actorWith({ id: 'k1', name: 'Ada Lind' }), actorWith({ id: 'k2', name: 'Bo Karr' })],
            attributions: [
              claim('a1', 'It sinks', 'k2'),
              claim('a2', 'The pier is rotten and unsafe', 'k1'),
              claim('a3', 'rotten and unsafe', 'k1'),
            ],
          }),
          text,
        ),
        'voices',
      ),
    );
    assert.match(voices, /Ada Lind: 6 words in 2 claims.*Bo Karr: 2 words in 1 claim/);
  });

  it('draws who reported whom only where somebody did', () => {
    assert.match(section(bodyOf(ferryAnalysis, ferryText), 'chains'), /class="graph"/);
    const direct = analysisWith({
      actors: ferryAnalysis.actors,
      attributions: ferryAnalysis.attributions.filter(({ via }) => via.length === 0),
    });
    const chains = section(bodyOf(direct, ferryText), 'chains');
    assert.doesNotMatch(chains, /<svg/);
    assert.match(wordsOf(chains), /No claim of this article was passed on/);
  });

  it('says the verification of each claim, where there is any', () => {
    const [first, ...others] = ferryAnalysis.attributions;
    assert.ok(first);
    const verified = {
      ...ferryAnalysis,
      attributions: [{ ...first, verification: { status: 'disputed' as const, note: '' } }, ...others],
    };
    assert.match(
      wordsOf(section(bodyOf(verified, ferryText), 'figures')),
      /claims that were looked into: Disputed: 1/,
    );
    assert.match(wordsOf(section(bodyOf(verified, ferryText), 'text')), /Claim 1 1 Disputed/);
    assert.doesNotMatch(wordsOf(bodyOf(ferryAnalysis, ferryText)), /looked into/);
  });

  it('has a place for every link, and every id once', () => {
    for (const { analysis, text } of [
      { analysis: ferryAnalysis, text: ferryText },
      articleBy('Ida Brandt', '“No.”'),
      crowd(30, 100),
    ]) {
      const body = bodyOf(analysis, text);
      const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      assert.deepEqual(ids, [...new Set(ids)]);
      const links = [...body.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
      assert.ok(links.length > 10);
      assert.deepEqual(
        links.filter(id => !ids.includes(id)),
        [],
      );
    }
  });

  it('keeps the words of the article as they are', () => {
    const shown = /<article[^>]*>([\s\S]*)<\/article>/.exec(bodyOf(ferryAnalysis, ferryText))?.[1] ?? '';
    const text = shown
      .replace(/<span class="(?:number|flag)"[\s\S]*?<\/span\s*><\/span\s*>/g, '')
      .replace(/<[^>]*>/g, '')
      .replaceAll('&#39;', "'")
      .replace(/\s+/g, ' ');
    assert.equal(text.trim(), ferryText.replace(/\s+/g, ' ').trim());
  });

  it('says what there is to say of an article without claims', () => {
    const body = bodyOf(analysisWith({}), 'It rained all day.');
    assert.match(wordsOf(body), /No claims were found in this article\. No checks are open\./);
    assert.equal(section(body, 'timeline'), '');
    assert.ok(bodyOf(analysisWith({}), '').includes('No claims were found'));
  });

  it('says so where an article is not analysed to its end', () => {
    assert.match(bodyOf({ ...ferryAnalysis, partial: true }, ferryText), /not been analyzed to its end/);
  });

  it('shows twelve of 200 voices, sums up the others, and stays bounded', () => {
    const { analysis, text } = crowd(200, 2000);
    const body = bodyOf(analysis, text);
    assert.match(wordsOf(section(body, 'voices')), /188 more: 11,280 words in 1,880 claims/);
    assert.ok((body.match(/<\w/g) ?? []).length < 40_000);
    assert.ok((section(body, 'chains').match(/class="arrow"/g) ?? []).length <= 24);
  });

  it('takes no tag or attribute from the words of the article, however hostile', () => {
    const benign = articleBy('Ida Brandt', 'no');
    const hostile = fc
      .array(
        fc.constantFrom(
          ...[
            '</script>',
            '<img src=x onerror=alert(1)>',
            '"',
            "'",
            '<',
            '>',
            '&',
            '-->',
            '<!--',
            '`',
            '${x}',
          ],
          ...[
            '</title>',
            '</style>',
            '</svg>',
            '\u0000',
            '\u2028',
            '\ud800',
            'javascript:',
            'a',
            ' ',
            '=',
            '/',
          ],
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map(parts => `a${parts.join('')}z`);
    const expected = skeleton(page(benign));
    fc.assert(
      fc.property(hostile, hostile, (name, quote) => {
        assert.equal(skeleton(page(articleBy(name, quote))), expected);
      }),
    );
  });

  it('as a file: may load nothing, and run only what has its nonce', () => {
    const html = page({ analysis: ferryAnalysis, text: ferryText });
    assert.match(html, /content="default-src &#39;none&#39;; style-src &#39;nonce-abc&#39;; script-src/);
    assert.doesNotMatch(html, /\b(?:src|srcset|action|style)="|https?:|@import|url\((?!#)/);
    assert.equal((html.match(/<(?:script|style) nonce="abc">/g) ?? []).length, 2);
    assert.equal((html.match(/<(?:script|style)\b/g) ?? []).length, 2);
  });

  it('gives all its words to the translator', () => {
    const asked = new Set<string>();
    const l10n = { t: (message: string) => (asked.add(message), '·') } as unknown as typeof english;
    const body = sourcesReport(ferryAnalysis, ferryText, { l10n, language: 'fr' }).body;
    assert.ok(asked.size > 50);
    const outside = wordsOf(
      body.replace(/<article[\s\S]*<\/article>/, '').replace(/ aria-label="[^"]*"/g, ''),
    );
    assert.doesNotMatch(outside, /claims|words|Source\b/);
  });
});

function page({ analysis, text }: { analysis: Analysis; text: string }): string {
  return reportFile(sourcesReport(analysis, text, wording), 'en', 'abc');
}
