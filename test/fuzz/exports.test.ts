import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { analyze } from '../../src/analysis/analyze';
import { AnnotationImportError, fromWebAnnotations, quotedClaims } from '../../src/export/annotationImport';
import { csvHeader, csvRows } from '../../src/export/csv';
import { english } from '../../src/export/english';
import { exporters } from '../../src/export/formats';
import { redact } from '../../src/export/redact';
import { sourcesReport } from '../../src/export/report';
import { reportFile } from '../../src/export/report/page';
import { fuzzed } from './fuzzed';
import { assertSound } from './sound';
import { anyText } from './texts';

/** RFC 4180, character by character. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < csv.length; at++) {
    const next = csv.charAt(at);
    if (quoted && next === '"' && csv[at + 1] === '"') cell += csv.charAt(++at);
    else if (next === '"') quoted = !quoted;
    else if (quoted) cell += next;
    else if (next === ',') {
      row.push(cell);
      cell = '';
    } else if (next === '\r' && csv[at + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at++;
    } else cell += next;
  }
  assert.ok(!quoted && cell === '' && row.length === 0, 'the last line has no end');
  return rows;
}

/** A file's path with anything in it. */
const file = fc.oneof(
  fc.constantFrom('ferry.txt', '=1+1.txt', '-x', 'a|b.md', 'C:\\a"b', '"\r\n@'),
  fc.string(),
);

const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

describe('fuzzing the exports', () => {
  fuzzed(
    'CSV has a row for each claim, all its columns, and no formula',
    fc.property(anyText, file, (text, file) => {
      const analysis = analyze(text, { file });
      const columns = parseCsv(csvHeader())[0]?.length;
      const rows = parseCsv(csvRows(analysis, text));
      assert.equal(rows.length, analysis.attributions.length);
      for (const cells of rows) {
        assert.equal(cells.length, columns);
        for (const cell of cells) assert.doesNotMatch(cell, /^\s*[=+\-@\t\r＝＋－＠]/);
      }
    }),
  );

  fuzzed(
    'JSON and web annotations give the analysis back',
    fc.property(anyText, file, (text, file) => {
      const analysis = analyze(text, { file });
      assert.deepEqual(JSON.parse(exporters.json(analysis, text)), analysis);
      const annotations: unknown = JSON.parse(exporters.webannotation(analysis, text));
      assert.deepEqual(fromWebAnnotations(text, annotations), analysis);
      assert.equal(quotedClaims(annotations).length, analysis.attributions.length);
    }),
  );

  fuzzed(
    'the report has no element and no script of the article’s making',
    fc.property(anyText, file, (text, file) => {
      const page = (of: string) =>
        reportFile(
          sourcesReport(analyze(of, { file }), of, { l10n: english, language: 'en' }),
          'en',
          'nonce',
        );
      const marked = page(`${text} <x-a onclick="x"> “<x-b>,” Ann <x-c>Lee said. </script><x-d>`);
      assert.doesNotMatch(marked, /<x-[a-d]/);
      assert.equal(marked.split('</script').length, page('').split('</script').length);
    }),
  );

  fuzzed(
    'a redacted article keeps the contract and names nobody whom it hides',
    fc.property(anyText, fc.nat(), fc.constantFrom('omit', 'replace'), (text, nth, form) => {
      const analysis = analyze(text);
      const hidden = analysis.actors[nth % (analysis.actors.length || 1)];
      if (!hidden) return;
      const redacted = redact(analysis, text, [hidden.id], form);
      assertSound(redacted.text, redacted.analysis);
      if (!hidden.anonymous && /^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u.test(hidden.name)) {
        const name = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${hidden.name}(?![\\p{L}\\p{N}\\p{M}])`, 'u');
        assert.doesNotMatch(redacted.text, name);
      }
    }),
  );

  fuzzed(
    'what is no whole file of annotations is refused, with a reason',
    fc.property(anyText, fc.nat(), fc.nat(60), fc.string(), (text, at, length, put) => {
      const file = exporters.webannotation(analyze(text), text);
      const start = at % file.length;
      const damaged = file.slice(0, start) + put + file.slice(start + length);
      let json: unknown;
      try {
        json = JSON.parse(damaged);
      } catch {
        return;
      }
      try {
        quotedClaims(json);
        assertSound(text, fromWebAnnotations(text, json));
      } catch (error) {
        if (!(error instanceof AnnotationImportError)) throw error;
      }
    }),
  );

  fuzzed(
    'JSON of any other kind is no annotation',
    fc.property(fc.jsonValue(), json => {
      assert.throws(() => fromWebAnnotations('Ann Lee', json), AnnotationImportError);
      assert.throws(() => quotedClaims(json), AnnotationImportError);
    }),
  );

  fuzzed(
    'Markdown is well-formed and has a line of the table for each claim',
    fc.property(anyText, file, (text, file) => {
      const markdown = exporters.markdown(analyze(text, { file }), text);
      assert.equal(wellFormed(markdown).length, markdown.length);
      assert.doesNotMatch(markdown, /<x-/);
    }),
  );
});
