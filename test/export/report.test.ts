import assert from 'node:assert/strict';
import { english } from '../../src/export/english';
import { sourcesReport } from '../../src/export/report';
import {
  actorWith,
  analysisWith,
  attributionWith,
  ferryAnalysis,
  ferryText,
  spanOf,
} from '../articles/fixture';
import { articleBy, bodyOf, crowd, page, section, wordsOf } from './reports';

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
