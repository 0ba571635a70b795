import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { root } from '../../scripts/run.mjs';

/** All that is shipped: a new file has to be named here and in .vscodeignore. */
const FILES = [
  'package.json',
  'package.nls.json',
  'package.nls.fr.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'THIRD-PARTY-NOTICES.md',
  'dist/extension.js',
  'dist/worker.js',
  'dist/web/extension.js',
  'dist/web/worker.js',
  'docs/checks.md',
  'l10n/bundle.l10n.json',
  'l10n/bundle.l10n.fr.json',
  'media/icon.png',
  'media/sourcelight.svg',
  ...['overview', 'hover', 'report', 'report-timeline'].map(name => `media/readme/${name}.png`),
  ...['open', 'who-said-what', 'hover', 'checks', 'correct'].map(name => `media/walkthrough/${name}.svg`),
  'model/tagger.bin',
  'samples/harbour-deal.article',
  'schemas/decisions.schema.json',
  'schemas/words.schema.json',
  'syntaxes/news-article.language-configuration.json',
  'syntaxes/news-article.tmLanguage.json',
];

describe('the .vsix', () => {
  let files: string[];

  before(async () => {
    files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  });

  it('holds these files and no other', () => {
    assert.deepEqual([...files].sort(), [...FILES].sort());
  });

  it('holds every file that the manifest names', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const named = [
      ...manifest.matchAll(/"(?:main|browser|icon|path|url|svg|configuration)": "(?:\.\/)?([\w./-]+\.\w+)"/g),
    ].flatMap(([, file]) => file ?? []);
    // "imports" names sources, which are in the bundles.
    const shipped = named.filter(file => !file.startsWith('src/'));
    assert.ok(shipped.length > 5);
    assert.deepEqual(
      shipped.filter(file => !files.includes(file)),
      [],
    );
  });

  it('holds every picture that the README and the changelog show', () => {
    for (const page of ['README.md', 'CHANGELOG.md']) {
      const linked = [...readFileSync(join(root, page), 'utf8').matchAll(/!\[[^\]]*\]\(([^)#]+)\)/g)];
      for (const [, file = ''] of linked) assert.ok(files.includes(file), `${page}: ${file}`);
    }
  });

  it('has an icon that the marketplace shows sharply: a square PNG of 128 pixels or more', () => {
    const { icon } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { icon: string };
    const png = readFileSync(join(root, icon));
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    assert.equal(width, height);
    assert.ok(width >= 128, `${width} pixels`);
  });

  it('is at most 3 MB', () => {
    const { size } = statSync(join(root, 'out', 'sourcelight.vsix'));
    assert.ok(size <= 3_000_000, `${size} bytes`);
  });

  it('comes with the licences of all it contains', () => {
    execFileSync(process.execPath, ['scripts/notices.mjs', '--check'], { cwd: root, stdio: 'pipe' });
  });
});
