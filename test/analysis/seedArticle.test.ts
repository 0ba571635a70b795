import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { analyze } from '../../src/analysis/analyze';
import type { Actor, Analysis, Attribution } from '../../src/analysis/contract';
import { shippedTagger } from '../../training/scoreFile';

/** The article that the product was first asked for lies beside the project and is never copied into it. */
const file = resolve('../shared/data/seed-article.txt');

for (const [how, tagger] of [
  ['by rules alone', null],
  ['with the tagger', shippedTagger()],
] as const)
  describe(`the seed article, ${how}`, () => {
    let text = '';
    let analysis: Analysis;

    before(function () {
      if (!existsSync(file)) return void this.skip();
      text = readFileSync(file, 'utf8');
      analysis = analyze(text, { tagger });
    });

    /** The attribution whose content holds the n-th occurrence of some words; `[first word, last word]` are its ends. */
    const claim = (words: string, ends: readonly [string, string], nth = 0): Attribution => {
      let at = -1;
      for (let count = 0; count <= nth; count++) at = text.indexOf(words, at + 1);
      assert.ok(at >= 0, `no “${words}”`);
      const found = analysis.attributions.filter(a => a.content.some(c => c.start <= at && at < c.end));
      assert.equal(found.length, 1, `${found.length} attributions of “${words}”`);
      const [attribution] = found as [Attribution];
      const content = attribution.content.map(c => text.slice(c.start, c.end)).join(' ');
      assert.ok(content.startsWith(ends[0]), content);
      assert.ok(content.endsWith(ends[1]), content);
      return attribution;
    };
    const actorOf = ({ source }: Attribution): Actor => {
      const actor = analysis.actors.find(({ id }) => id === source?.actor);
      assert.ok(actor, 'no actor');
      return actor;
    };
    const named = (name: string): Actor => {
      const found = analysis.actors.filter(a =>
        a.mentions.some(m => m.span.some(s => text.slice(s.start, s.end).includes(name))),
      );
      assert.equal(found.length, 1, `${found.length} actors of “${name}”`);
      return found[0]!;
    };
    const channels = ({ channel }: Attribution): string[] =>
      channel.flatMap(({ mention }) => mention.map(s => text.slice(s.start, s.end)));

    it('gives the headline to the newspaper', () => {
      const actor = actorOf(claim('has requested military', ['Russia', 'China']));
      assert.equal(actor.name.replace(/^the /iu, ''), 'New York Times');
      assert.equal(actor.type, 'publication');
      assert.equal(actor.anonymous, false);
    });

    it('gives what a newspaper reports of officials to the officials, both times', () => {
      const actors = [0, 1].map(nth => {
        const attribution = claim('Russia has asked China to provide it', ['Russia', 'sanctions'], nth);
        assert.equal(attribution.kind, 'indirect');
        assert.equal(attribution.via.length, 1);
        const via = attribution.via[0]?.mention.map(s => text.slice(s.start, s.end)).join();
        assert.match(via ?? '', /American daily newspaper$/u);
        return actorOf(attribution);
      });
      assert.equal(actors[0], actors[1]);
      assert.equal(actors[0]?.anonymous, true);
      assert.equal(actors[0].type, 'group');
      assert.equal(actors[0].anonymity?.class, 'group');
      assert.equal(actors[0], named('These officials'));
    });

    it('gives the newspaper its own report', () => {
      const attribution = claim('economic and military assistance', ['Russia has asked China', 'sanctions']);
      assert.equal(actorOf(attribution), actorOf(claim('has requested military', ['Russia', 'China'])));
      assert.deepEqual(attribution.via, []);
    });

    it('lets a capital speak for its government', () => {
      const attribution = claim('against helping', ['against', 'Moscow']);
      assert.equal(actorOf(attribution).name, 'Washington');
      assert.equal(actorOf(attribution).type, 'government');
      assert.deepEqual(
        attribution.cue.map(s => text.slice(s.start, s.end)),
        ['warned'],
      );
    });

    it('marks a spokesman without a name as anonymous, with his role', () => {
      const attribution = claim('never heard of this', ['“I’ve', 'this,”']);
      const actor = actorOf(attribution);
      assert.equal(attribution.kind, 'direct');
      assert.deepEqual(channels(attribution), ['several media outlets']);
      assert.equal(actor.type, 'person');
      assert.equal(actor.anonymous, true);
      assert.equal(actor.anonymity?.class, 'role');
      assert.equal(actor.roles[0]?.text, 'spokesman');
      assert.match(actor.roles[0].affiliation?.text ?? '', /Chinese Embassy in Washington$/u);
    });

    it('reads role and affiliation off the words before a name', () => {
      const attribution = claim('will discuss ongoing', ['The two officials', 'security,”']);
      const actor = actorOf(attribution);
      assert.equal(attribution.kind, 'mixed');
      assert.match(actor.name, /Emily Horne$/u);
      assert.equal(actor.type, 'person');
      assert.equal(actor.roles[0]?.text, 'spokeswoman');
      assert.match(actor.roles[0].affiliation?.text ?? '', /National Security Council$/u);
    });

    it('makes two pieces of one utterance one attribution, with its channel', () => {
      const attribution = claim('closely monitoring', ['“We are', 'us.”']);
      assert.equal(attribution, claim('it worries us', ['“We are', 'us.”']));
      assert.equal(attribution.kind, 'direct');
      assert.match(actorOf(attribution).name, /Jake Sullivan$/u);
      assert.deepEqual(channels(attribution), ['CNN']);
    });

    it('resolves a pronoun to the one who spoke before', () => {
      const attribution = claim('we made it clear', ['“And we', '24']);
      assert.equal(attribution.kind, 'mixed');
      assert.equal(
        text.slice(attribution.source?.mention[0]?.start, attribution.source?.mention[0]?.end),
        'he',
      );
      assert.equal(actorOf(attribution), named('Jake Sullivan'));
      assert.equal(
        actorOf(claim('bound to be consequences', ['“There', 'sanctions,”'])),
        named('Jake Sullivan'),
      );
    });

    it('bears a stray mark inside a quotation', () => {
      const attribution = claim('he helps Russia', ['If he', 'West,”']);
      const actor = actorOf(attribution);
      assert.equal(attribution.kind, 'mixed');
      assert.match(actor.name, /Richard Haas$/u);
      assert.ok(actor.roles.some(r => r.text === 'diplomat' || r.text === 'U.S. diplomat'));
      assert.ok(actor.roles.some(r => (r.affiliation?.text ?? '').includes('Council on Foreign Relations')));
      const at = text.indexOf('“China will face');
      const quotation = analysis.quotations.find(q => q.span.start === at);
      assert.equal(quotation?.balanced, false);
      assert.equal(quotation.attribution, attribution.id);
    });

    it('makes no claim of “did not elaborate”, and actors of those who say nothing', () => {
      const at = text.indexOf('did not elaborate');
      assert.ok(
        !analysis.attributions.some(a => [...a.content, ...a.cue].some(s => s.start <= at && at < s.end)),
      );
      const sources = new Set(analysis.attributions.map(a => a.source?.actor));
      for (const name of ['Yang Jiechi', 'Vladimir Putin']) assert.ok(!sources.has(named(name).id), name);
      if (!tagger) assert.equal(analysis.attributions.length, 11);
    });
  });
