import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readJson, readText } from './support';

const root = join(__dirname, '..', '..');
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...readdirSync(join(root, 'docs')).map(file => `docs/${file}`),
];

/** As the headings of a page are named in links to them. */
const anchorsOf = (page: string) =>
  [...readText(page).matchAll(/^#+ +(.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('the pages', () => {
  for (const page of pages) {
    it(`${page} links pages, sections and pictures that there are`, () => {
      for (const [, target = ''] of readText(page).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(target)) continue;
        const [file = '', anchor] = target.split('#');
        const linked = file === '' ? page : join(dirname(page), file).replaceAll('\\', '/');
        assert.ok(existsSync(join(root, linked)), target);
        if (anchor !== undefined) assert.ok(anchorsOf(linked).includes(anchor), target);
      }
    });

    it(`${page} names files that there are`, () => {
      const named = readText(page).matchAll(
        /`((?:src|test|docs|media|model|samples|schemas|scripts)\/[\w./-]+)`/g,
      );
      for (const [, file = ''] of named) assert.ok(existsSync(join(root, file)), file);
    });

    it(`${page} names scripts that there are`, () => {
      const { scripts } = readJson('package.json') as { scripts: Readonly<Record<string, string>> };
      for (const [, name = ''] of readText(page).matchAll(/npm run ([\w:]+)/g))
        assert.ok(scripts[name], name);
    });
  }
});
