'use strict';
// Builds what is shipped into dist/ and the tests that run inside VS Code into out/host/.
//   --production  minified, without source maps
//   --watch       builds again on every change
//
// `#platform` is src/platform/node or src/platform/web: see "imports" in package.json. esbuild chooses by the
// condition `browser`, which `platform: 'browser'` sets.
const { mkdirSync, readdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const esbuild = require('esbuild');
const { compromise } = require('./scripts/compromise.js');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/**
 * VS Code's API is no file, and esbuild makes an object with its five hundred names for each module that imports what
 * it does not bundle: 63 of them, which took 23 ms whenever the extension was loaded. With this, it makes one.
 *
 * @type {esbuild.Plugin}
 */
const api = {
  name: 'api',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'api' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'api' },
    );
    build.onLoad({ filter: /.*/, namespace: 'api' }, () => ({ contents: "export * from 'vscode';" }));
  },
};

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  // Not as escapes: the letters of other alphabets, by which languages are told apart, take half the space.
  charset: 'utf8',
  logLevel: 'warning',
  plugins: [api, compromise],
};
/** @type {esbuild.BuildOptions} */
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20' };
/** @type {esbuild.BuildOptions} */
const web = { ...shared, platform: 'browser', format: 'cjs', target: 'es2022' };

/** @type {esbuild.BuildOptions[]} */
const shipped = [
  { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js' },
  { ...web, entryPoints: ['src/extension.ts'], outfile: 'dist/web/extension.js' },
  { ...node, entryPoints: ['src/worker.ts'], outfile: 'dist/worker.js' },
  { ...web, entryPoints: ['src/worker.ts'], outfile: 'dist/web/worker.js', format: 'iife' },
  { ...node, entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...node, entryPoints: ['src/mcp.ts'], outfile: 'dist/mcp.js' },
];

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
  plugins: [api, compromise, hostTests],
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
  const builds = [...shipped, ...tests];
  if (!watch) {
    const results = await Promise.all(builds.map(options => esbuild.build({ ...options, metafile: true })));
    writeMetafile(results.slice(0, shipped.length));
    return;
  }
  const contexts = await Promise.all(
    builds.map(options => esbuild.context({ ...options, logLevel: 'info' })),
  );
  await Promise.all(contexts.map(context => context.watch()));
}

main().catch(() => process.exit(1));
