import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { redact } from '../../../src/export/redact';
import { analysisOf, articleText } from '../../export/articles';
import { inEveryFormat } from '../../export/everyFormat';

describe('redaction', () => {
  it('leaves no word of a name in any format', () => {
    fc.assert(
      fc.property(
        articleText,
        fc.nat(),
        fc.constantFrom('omit' as const, 'replace' as const),
        (text, nth, form) => {
          const analysis = analysisOf(text);
          const named = analysis.actors.filter(({ mentions }) =>
            mentions.some(({ form }) => form === 'name'),
          );
          const actor = named[nth % Math.max(1, named.length)];
          fc.pre(actor !== undefined);
          const hidden = redact(analysis, text, [actor.id], form);
          const printed = inEveryFormat(hidden.analysis, hidden.text);
          const names = actor.mentions.filter(mention => mention.form === 'name').flatMap(({ span }) => span);
          for (const name of [actor.name, ...names.map(({ start, end }) => text.slice(start, end))]) {
            assert.ok(!printed.includes(name), name);
          }
          const last = actor.name.split(' ').at(-1) ?? '';
          assert.ok(!new RegExp(`(?<!\\p{L})${last}(?!\\p{L})`, 'u').test(printed), last);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('leaves no description of an unnamed source in what is said of it', () => {
    fc.assert(
      fc.property(articleText, text => {
        const analysis = analysisOf(text);
        for (const actor of analysis.actors.filter(({ anonymous }) => anonymous)) {
          const hidden = redact(analysis, text, [actor.id], 'replace');
          const after = hidden.analysis.actors.find(({ id }) => id === actor.id);
          const described = after?.mentions.filter(({ form }) => form === 'description') ?? [];
          for (const { start, end } of described.flatMap(({ span }) => span)) {
            assert.equal(hidden.text.slice(start, end), '[source 1]');
          }
          assert.ok(!JSON.stringify(hidden.analysis).includes(actor.name), actor.name);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keeps every span within the text, and none empty that was not', () => {
    fc.assert(
      fc.property(articleText, fc.array(fc.nat(20), { maxLength: 4 }), (text, nths) => {
        const analysis = analysisOf(text);
        const ids = nths.flatMap(nth => analysis.actors[nth]?.id ?? []);
        const hidden = redact(analysis, text, ids, 'replace');
        for (const { content, cue } of hidden.analysis.attributions) {
          for (const { start, end } of [...content, ...cue]) {
            assert.ok(start >= 0 && start < end && end <= hidden.text.length);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
