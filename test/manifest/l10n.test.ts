import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { readJson, readText } from './support';

const root = join(__dirname, '..', '..');
const sources = ['editor', 'export'].flatMap(folder =>
  readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => ['src', folder, file]),
);

describe('the strings for translators', () => {
  it('are exported: npm run l10n', async function () {
    this.timeout(60_000);
    const found = await getL10nJson(
      sources.map(path => ({ extension: '.ts' as const, contents: readText(...path) })),
    );
    assert.deepEqual(readJson('l10n', 'bundle.l10n.json'), found);
  });
});
