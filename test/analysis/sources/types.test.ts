import assert from 'node:assert/strict';
import { sourceOf } from '../actors/article';

const table: readonly (readonly [line: string, type: string])[] = [
  ['{Jane Doe} said no.', 'person'],
  ['{Mr. Quill} said no.', 'person'],
  ['{Spokeswoman Nerys Quill} said no.', 'person'],
  ['{A spokesman} said no.', 'person'],
  ['{Fans} said no.', 'group'],
  ['{Jane Doe and Tom Roe} said no.', 'group'],
  ['{The Harbour Institute} said no.', 'organization'],
  ['{Lumo Corp.} said no.', 'organization'],
  ['{The Ministry of Trade} said no.', 'organization'],
  ['{The Securities and Exchange Commission} said no.', 'organization'],
  ['{The HWU} said no.', 'organization'],
  ['{The company} said no.', 'organization'],
  ['{Police} said no.', 'organization'],
  ['{The Daily Harbour Gazette} said no.', 'publication'],
  ['{The magazine Tidewater} said no.', 'publication'],
  ['{An American daily newspaper} said no.', 'publication'],
  ['{Washington} said no.', 'government'],
  ['{The White House} said no.', 'government'],
  ['{The Kremlin} said no.', 'government'],
  ['{Canada} said no.', 'government'],
  ['{The government} said no.', 'government'],
  ['{The report} said no.', 'document'],
  ["{A memo on the council's website} said no.", 'document'],
];

describe('the type of a source', () => {
  for (const [line, type] of table)
    it(`is ${type}: ${line}`, () => {
      assert.equal(sourceOf(line).actor.type, type);
    });
});
