import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';

interface Output {
  readonly imports: readonly { readonly path: string; readonly external?: boolean }[];
  readonly inputs: Readonly<Record<string, unknown>>;
}

const { outputs } = JSON.parse(readFileSync(join(root, 'out', 'meta.json'), 'utf8')) as {
  outputs: Readonly<Record<string, Output>>;
};

const hosts = {
  Node: ['dist/extension.js', 'dist/worker.js'],
  web: ['dist/web/extension.js', 'dist/web/worker.js'],
};
const shipped = [...hosts.Node, ...hosts.web, 'dist/cli.js', 'dist/mcp.js'];

const network = {
  'fetch(': /\bfetch\s*\(/,
  XMLHttpRequest: /\bXMLHttpRequest\b/,
  WebSocket: /\bWebSocket\b/,
  EventSource: /\bEventSource\b/,
  sendBeacon: /\bsendBeacon\b/,
  RTCPeerConnection: /\bRTCPeerConnection\b/,
  importScripts: /\bimportScripts\b/,
  'a Node module for the network':
    /["'](?:node:)?(?:https?|http2|net|tls|dns|dgram|inspector|undici)(?:\/promises)?["']/,
};

describe('the bundles', () => {
  for (const bundle of shipped) {
    for (const [name, pattern] of Object.entries(network)) {
      // The protocol's SDK knows the schemes of addresses by name; what the bundle asks Node for is tested below.
      if (bundle === 'dist/mcp.js' && name === 'a Node module for the network') continue;
      it(`${bundle} does not contain ${name}`, () => {
        assert.doesNotMatch(read(bundle), pattern);
      });
    }
  }

  const asks: Record<string, readonly string[]> = {
    'dist/extension.js': ['vscode', 'node:worker_threads'],
    'dist/worker.js': ['node:worker_threads'],
    'dist/web/extension.js': ['vscode'],
    'dist/web/worker.js': [],
    'dist/mcp.js': ['node:fs', 'node:fs/promises', 'node:path', 'node:process'],
  };
  for (const [bundle, allowed] of Object.entries(asks)) {
    it(`${bundle} asks its host for ${allowed.join(' and ') || 'nothing'} alone`, () => {
      assert.deepEqual(
        externals(bundle).filter(it => !allowed.includes(it)),
        [],
      );
    });
  }

  for (const bundle of ['dist/extension.js', 'dist/web/extension.js']) {
    it(`${bundle} holds neither compromise nor the analysis, which belong to the worker`, () => {
      assert.deepEqual(
        inputs(bundle).filter(it => it.includes('node_modules/compromise/')),
        [],
      );
    });
  }

  for (const bundle of ['dist/extension.js', 'dist/web/extension.js']) {
    it(`${bundle} takes the names of VS Code’s API over once, not for each module`, () => {
      assert.equal(read(bundle).split('require("vscode")').length, 2);
    });
  }

  it('the report is drawn by the worker alone', () => {
    const draws = (bundle: string) => inputs(bundle).some(it => it.endsWith('src/export/report/index.ts'));
    for (const [, [editor = '', worker = '']] of Object.entries(hosts)) {
      assert.deepEqual([draws(editor), draws(worker)], [false, true]);
    }
  });

  it('every other test of contents would notice compromise, which the workers hold', () => {
    for (const bundle of ['dist/worker.js', 'dist/web/worker.js']) {
      assert.ok(
        inputs(bundle).some(it => it.includes('node_modules/compromise/')),
        bundle,
      );
    }
  });

  it('leave out the last stage of compromise, which is never run', () => {
    const bundles = ['dist/worker.js', 'dist/web/worker.js', 'dist/cli.js', 'dist/mcp.js'];
    assert.deepEqual(
      bundles.flatMap(inputs).filter(it => it.includes('/postTagger/') && !it.endsWith('/plugin.js')),
      [],
    );
  });

  for (const [host, bundles] of Object.entries(hosts)) {
    it(`those of the ${host} host are at most 1 MB together`, () => {
      const size = bundles.reduce((sum, bundle) => sum + statSync(join(root, bundle)).size, 0);
      assert.ok(size <= 1_000_000, `${size} bytes`);
    });
  }

  it('the command line starts with the line that lets a shell run it', () => {
    assert.ok(read('dist/cli.js').startsWith('#!/usr/bin/env node\n'));
  });

  it('the command line finds the trained weights, wherever it is called from', () => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(root, 'dist', 'cli.js'), 'analyze', '--format', 'ndjson', '-'],
      {
        cwd: tmpdir(),
        encoding: 'utf8',
        input: '“The bridge is closed,” Mayor Ida Brandt said on Monday.\n',
      },
    );
    assert.deepEqual([stderr, status], ['', 0]);
    assert.match(stdout, /"tagger"/);
  });
});

function read(bundle: string): string {
  return readFileSync(join(root, bundle), 'utf8');
}

function output(bundle: string): Output {
  const found = outputs[bundle];
  assert.ok(found, `${bundle} was not built`);
  return found;
}

function externals(bundle: string): string[] {
  return output(bundle).imports.flatMap(({ path, external }) => (external === true ? [path] : []));
}

function inputs(bundle: string): string[] {
  return Object.keys(output(bundle).inputs);
}
