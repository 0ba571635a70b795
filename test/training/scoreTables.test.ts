import assert from 'node:assert/strict';
import { replaceTables } from '../../training/scoreTables';
import { subjects, tablesOf } from './scoreFixture';

describe('The tables of a report', () => {
  const text = tablesOf(subjects);
  const rowOf = (label: string) => {
    const row = text.split('\n').find(line => line.startsWith(`| ${label} `));
    return row
      ?.split('|')
      .slice(2, -1)
      .map(cell => cell.trim());
  };

  it('begin with how much was annotated and found', () => {
    assert.match(text, /^3 articles, 11 claims annotated, 9 found\./);
  });

  it('give each share in per cent, inside its interval', () => {
    const shares = text.match(/[\d.]+ \([\d.]+–[\d.]+\)/g) ?? [];
    assert.ok(shares.length > 20);
    for (const share of shares) {
      const [value, low, high] = share.match(/[\d.]+/g)!.map(Number) as [number, number, number];
      assert.ok(low <= value && value <= high, share);
    }
    assert.match(rowOf('content, exact words')!.join(), /^44\.4 .*,36\.4 .*,40\.0 /);
  });

  it('have a row for each kind of claim and each level', () => {
    assert.equal(rowOf('indirect/speech')?.[0], '4');
    assert.equal(rowOf('everything')?.[0], '9');
  });

  it('have columns of one width', () => {
    for (const table of text.split('\n\n').filter(part => part.startsWith('|'))) {
      assert.equal(new Set(table.split('\n').map(line => line.length)).size, 1, table);
    }
  });

  it('take the place of those between the markers of a document', () => {
    const document =
      'Before\n<!-- tables: npm run evaluate -- --write -->\nold\n<!-- end of tables -->\nAfter\n';
    const written = replaceTables(document, 'new');
    assert.match(written, /^Before\n<!-- tables.*-->\n\nnew\n\n<!-- end of tables -->\nAfter\n$/);
    assert.equal(replaceTables(written, 'new'), written);
  });

  it('need a document with the markers', () => {
    assert.throws(() => replaceTables('No place for them', 'new'), /has no <!-- tables/);
  });
});
