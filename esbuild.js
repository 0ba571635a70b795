'use strict';
// Builds what is shipped into dist/ and the tests that run inside VS Code into out/host/.
//   --production  minified, without source maps
//   --watch       builds again on every change
const { mkdirSync, readdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const esbuild = require('esbuild');
const { hosts, shipped } = require('./scripts/bundles.js');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const { node, web } = hosts(production);
const bundles = Object.values(shipped(production));

function hostTestFiles() {
  const inEditor = readdirSync(join(__dirname, 'test/editor'), { recursive: true, encoding: 'utf8' });
  return [
    ...readdirSync(join(__dirname, 'test')),
    ...inEditor.map(name => `editor/${name.replaceAll('\\', '/')}`),
  ]
    .filter(name => name.endsWith('.test.ts'))
    .map(name => `./test/${name}`);
}

/** VS Code loads one module and calls its `run`: the runner, with every test of ring 3 in it. */
const hostTests = {
  name: 'host-tests',
  /** @param {esbuild.PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^host-tests$/ }, () => ({ path: 'host-tests', namespace: 'host-tests' }));
    build.onLoad({ filter: /.*/, namespace: 'host-tests' }, () => ({
      contents: hostTestFiles()
        .map(file => `require('${file}');`)
        .join('\n'),
      resolveDir: __dirname,
      watchDirs: [join(__dirname, 'test'), join(__dirname, 'test/editor')],
    }));
  },
};

/** @type {esbuild.BuildOptions[]} */
const tests = [node, web].map(host => ({
  ...host,
  entryPoints: ['test/host/runner.ts'],
  outfile: host === node ? 'out/host/node.js' : 'out/host/web.js',
  define: { HOST: host === node ? '"node"' : '"web"' },
  // The web worker host has no node:assert; the package of that name has the same functions.
  alias: host === node ? {} : { 'node:assert/strict': './test/host/assert.web.cjs' },
  inject: host === node ? [] : ['./test/host/process.web.mjs'],
  plugins: [...(host.plugins ?? []), hostTests],
  minify: false,
  sourcemap: 'inline',
}));

/**
 * What went into what is shipped: for the tests of the bundles and for the third-party notices.
 *
 * @param {esbuild.BuildResult[]} results
 */
function writeMetafile(results) {
  const outputs = Object.assign({}, ...results.map(({ metafile }) => metafile?.outputs));
  mkdirSync('out', { recursive: true });
  writeFileSync('out/meta.json', JSON.stringify({ outputs }, undefined, 1));
}

async function main() {
  const builds = [...bundles, ...tests];
  if (!watch) {
    const results = await Promise.all(builds.map(options => esbuild.build({ ...options, metafile: true })));
    writeMetafile(results.slice(0, bundles.length));
    return;
  }
  const contexts = await Promise.all(
    builds.map(options => esbuild.context({ ...options, logLevel: 'info' })),
  );
  await Promise.all(contexts.map(context => context.watch()));
}

main().catch(() => process.exit(1));
