import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { readJson, readText } from '../manifest/support';

const root = join(__dirname, '..', '..');
const sources = ['editor', 'export'].flatMap(folder =>
  readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => readText('src', folder, file)),
);

describe('the strings for translators', () => {
  it('are exported: npm run l10n', async () => {
    // Reading a file takes long, and those that do not name the strings have none.
    const found = await getL10nJson(
      sources
        .filter(text => text.includes('l10n'))
        .map(contents => ({ extension: '.ts' as const, contents })),
    );
    assert.deepEqual(readJson('l10n', 'bundle.l10n.json'), found);
  });
});
