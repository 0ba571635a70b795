// Writes THIRD-PARTY-NOTICES.md: the licence of every package that is part of a bundle, after a build.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.mjs';

const file = join(root, 'THIRD-PARTY-NOTICES.md');
const fence = '```';

/** @returns {Promise<string>} the notices for what was built last */
async function notices() {
  const { outputs } = JSON.parse(await readFile(join(root, 'out', 'meta.json'), 'utf8'));
  const inputs = Object.values(outputs).flatMap(output => Object.keys(output.inputs));
  const folders = inputs.flatMap(input => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  const sections = await Promise.all([...new Set(folders)].sort().map(notice));
  return [
    '# Third-party notices\n',
    'Sourcelight is built with the packages below, which its bundles contain. Written by `npm run notices`.\n',
    ...sections,
  ].join('\n');
}

/** @param {string} folder */
async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
  const names = await readdir(join(root, folder));
  const found = names.find(it => /^(licen[cs]e|copying)/i.test(it));
  const text =
    found === undefined ? `Licence: ${license}` : await readFile(join(root, folder, found), 'utf8');
  const normalized = text.replace(/\r\n/g, '\n').trim();
  return `## ${name} ${version} (${license})\n\n${fence}text\n${normalized}\n${fence}\n`;
}

const text = await notices();
if (process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error('THIRD-PARTY-NOTICES.md is not what the bundles contain: npm run build && npm run notices');
    process.exitCode = 1;
  }
} else {
  await writeFile(file, text);
}
