import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { root } from '../../scripts/run.mjs';

describe('the .vsix', () => {
  let files: string[];

  before(async () => {
    files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  });

  it('holds what it needs in both hosts', () => {
    const needed = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'THIRD-PARTY-NOTICES.md'];
    const bundles = ['extension.js', 'worker.js', 'web/extension.js', 'web/worker.js'].map(
      it => `dist/${it}`,
    );
    assert.deepEqual(
      [...needed, ...bundles, 'model/tagger.bin', 'docs/checks.md'].filter(it => !files.includes(it)),
      [],
    );
  });

  it('holds nothing else', () => {
    const allowed = [
      /^(package(\.nls.*)?|language-configuration)\.json$/,
      /^(README|CHANGELOG|THIRD-PARTY-NOTICES)\.md$|^LICENSE$/,
      /^dist\/(web\/)?(extension|worker)\.js$/,
      /^docs\/checks\.md$/,
      /^l10n\/bundle\.l10n.*\.json$/,
      /^media\/.*\.(md|png|svg)$/,
      /^model\/tagger\.bin$/,
      /^samples\/.*\.(article|md|txt)$/,
      /^syntaxes\/.*\.json$/,
    ];
    assert.deepEqual(
      files.filter(file => !allowed.some(pattern => pattern.test(file))),
      [],
    );
  });

  it('is at most 3 MB', () => {
    const { size } = statSync(join(root, 'out', 'sourcelight.vsix'));
    assert.ok(size <= 3_000_000, `${size} bytes`);
  });

  it('comes with the licences of all it contains', () => {
    execFileSync(process.execPath, ['scripts/notices.mjs', '--check'], { cwd: root, stdio: 'pipe' });
  });
});
