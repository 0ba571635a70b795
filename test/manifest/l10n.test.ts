import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { readJson, readText } from './support';

const root = join(__dirname, '..', '..');
const sources = readdirSync(join(root, 'src', 'editor')).map(file => ['src', 'editor', file]);

describe('the strings for translators', () => {
  it('are exported: npm run l10n', async () => {
    const found = await getL10nJson(
      sources.map(path => ({ extension: '.ts' as const, contents: readText(...path) })),
    );
    assert.deepEqual(readJson('l10n', 'bundle.l10n.json'), found);
  });
});
