'use strict';
// How what is shipped is bundled.
//
// `#platform` is src/platform/node or src/platform/web: see "imports" in package.json. esbuild chooses by the
// condition `browser`, which `platform: 'browser'` sets.
const { compromise } = require('./compromise.js');

/**
 * VS Code's API is no file, and esbuild makes an object with its five hundred names for each module that imports what
 * it does not bundle: 63 of them, which took 23 ms whenever the extension was loaded. With this, it makes one.
 *
 * @type {import('esbuild').Plugin}
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

/**
 * What all bundles for a host have in common.
 *
 * @param {boolean} production minified, without source maps
 */
function hosts(production) {
  /** @type {import('esbuild').BuildOptions} */
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
  /** @type {import('esbuild').BuildOptions} */
  const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20' };
  /** @type {import('esbuild').BuildOptions} */
  const web = { ...shared, platform: 'browser', format: 'cjs', target: 'es2022' };
  return { node, web };
}

/** @param {boolean} production minified, without source maps */
function shipped(production) {
  const { node, web } = hosts(production);
  return {
    extension: { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js' },
    webExtension: { ...web, entryPoints: ['src/extension.ts'], outfile: 'dist/web/extension.js' },
    worker: { ...node, entryPoints: ['src/worker.ts'], outfile: 'dist/worker.js' },
    webWorker: {
      ...web,
      entryPoints: ['src/worker.ts'],
      outfile: 'dist/web/worker.js',
      format: /** @type {const} */ ('iife'),
    },
    cli: {
      ...node,
      entryPoints: ['src/cli.ts'],
      outfile: 'dist/cli.js',
      banner: { js: '#!/usr/bin/env node' },
    },
    mcp: { ...node, entryPoints: ['src/mcp.ts'], outfile: 'dist/mcp.js' },
  };
}

module.exports = { hosts, shipped };
