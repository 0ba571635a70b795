import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyze } from '../../../src/analysis/analyze';
import { RULES } from '../../../src/analysis/checks';
import { shippedTagger } from '../../../training/scoreFile';

const tagger = shippedTagger();
const [, ...parts] = readFileSync('docs/checks.md', 'utf8').split(/^## /mu);
const sections = new Map(
  parts.map(part => {
    const end = part.indexOf('\n');
    return [part.slice(0, end), part.slice(end)] as const;
  }),
);

describe('docs/checks.md', () => {
  it('has sections for rules that exist, in their order', () => {
    const codes = [...sections.keys()].filter(title => /^[a-z]+\.[a-z-]+$/u.test(title));
    assert.deepEqual(
      codes,
      RULES.map(({ code }) => code),
    );
  });

  for (const { code, profile, severity } of RULES) {
    describe(`on ${code}`, () => {
      const section = sections.get(code) ?? '';
      const example = (of: 'Fails' | 'Passes'): string => {
        const quote = new RegExp(`\\*\\*${of}:\\*\\*\\n\\n((?:>.*\\n)+)`, 'u').exec(section)?.[1];
        assert.ok(quote, `no example that ${of.toLowerCase()}`);
        return quote.replace(/^> ?/gmu, '').trim();
      };
      const find = (text: string) => analyze(text, { tagger }).checks.filter(check => check.code === code);

      it('tells its profile and severity', () => {
        assert.ok(section.includes(`Profile: ${profile ?? 'off by default'}. Severity: ${severity}.`));
      });

      it('tells what it finds, why, and what it does not catch', () => {
        for (const head of ['**Finds**', '**Why:**', '**Does not catch**'])
          assert.ok(section.includes(head), head);
      });

      it('gives an example that fails', () => {
        assert.equal(find(example('Fails')).length, 1);
      });

      it('gives an example that passes', () => {
        assert.deepEqual(find(example('Passes')), []);
      });
    });
  }
});
