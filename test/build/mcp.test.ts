import * as assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { root } from '../../scripts/run.mjs';

const ARTICLE = '“The bridge is closed,” Mayor Ida Brandt said on Monday. “Good,” a source said.\n';

const programs: Record<string, string[]> = {
  'sourcelight mcp': [join(root, 'dist', 'cli.js'), 'mcp'],
  'dist/mcp.js': [join(root, 'dist', 'mcp.js')],
};

for (const [name, args] of Object.entries(programs)) {
  describe(name, () => {
    const client = new Client({ name: 'test', version: '1' });
    let folder: string;
    let complaints = '';

    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'sourcelight-'));
      writeFileSync(join(folder, 'bridge.txt'), ARTICLE);
      writeFileSync(join(folder, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
      writeFileSync(join(folder, 'huge.txt'), '');
      truncateSync(join(folder, 'huge.txt'), 50_000_000);
      const transport = new StdioClientTransport({
        command: process.execPath,
        args,
        cwd: folder,
        stderr: 'pipe',
      });
      transport.stderr?.on('data', chunk => (complaints += String(chunk)));
      await client.connect(transport);
    });
    after(async () => {
      await client.close();
      rmSync(folder, { recursive: true });
    });

    const call = async (tool: string, input: Record<string, unknown>) =>
      (await client.callTool({ name: tool, arguments: input })) as CallToolResult;

    for (const tool of ['get_sources', 'list_claims', 'check_sourcing']) {
      it(`answers ${tool} about a file, and about its text alike`, async () => {
        const [file, text] = await Promise.all([
          call(tool, { path: 'bridge.txt' }),
          call(tool, { text: ARTICLE }),
        ]);
        assert.deepEqual(file, text);
        assert.ok(!file.isError && file.content[0]?.type === 'text');
        assert.match(file.content[0].text, /^\{"total":[1-9].*a source/);
      });
    }

    for (const [path, reason] of [
      ['picture.png', 'is a binary file, not text'],
      ['huge.txt', 'is larger than 5 MB'],
      ['../no.txt', 'no such file'],
    ] as const) {
      it(`says that ${path} ${reason}, and goes on`, async () => {
        const result = await call('list_claims', { path });
        assert.deepEqual(
          [result.isError, result.content],
          [true, [{ type: 'text', text: `${path}: ${reason}` }]],
        );
        assert.ok(!(await call('list_claims', { path: 'bridge.txt' })).isError);
      });
    }

    it('has the trained weights, and nothing to complain of', () => {
      assert.equal(complaints, '');
    });
  });
}

describe('the MCP server on standard input and output', () => {
  const start = (...options: string[]) =>
    spawn(process.execPath, [join(root, 'dist', 'cli.js'), 'mcp', ...options], { cwd: root });
  const send = (server: ChildProcessWithoutNullStreams, message: unknown) =>
    server.stdin.write(`${typeof message === 'string' ? message : JSON.stringify(message)}\n`);
  const initialize = {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  };

  it('answers what was asked before its input ended, ends with it, and writes nothing but the protocol', async () => {
    const server = start();
    send(server, 'this is no message');
    send(server, initialize);
    send(server, '{"jsonrpc":"2.0"');
    send(server, {
      jsonrpc: '2.0',
      id: 2,
      method: 'tools/call',
      params: { name: 'get_sources', arguments: { path: 'samples/harbour-deal.article' } },
    });
    server.stdin.end();
    const exit = once(server, 'exit');
    const output = await server.stdout.setEncoding('utf8').toArray();
    assert.deepEqual(await exit, [0, null]);
    const messages = output
      .join('')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { id: number; jsonrpc: string });
    assert.deepEqual(
      messages.map(({ id, jsonrpc }) => [id, jsonrpc]),
      [
        [1, '2.0'],
        [2, '2.0'],
      ],
    );
  });

  it('leaves out the names that it is started with, and refuses them where it would not', async () => {
    const client = new Client({ name: 'test', version: '1' });
    const args = [join(root, 'dist', 'cli.js'), 'mcp', '--redact', 'Ida Brandt'];
    await client.connect(new StdioClientTransport({ command: process.execPath, args }));
    const { content } = await client.callTool({ name: 'list_claims', arguments: { text: ARTICLE } });
    await client.close();
    assert.match(JSON.stringify(content), /\[source 1\]/);
    assert.doesNotMatch(JSON.stringify(content), /Brandt|Ida/);
    const alone = spawn(process.execPath, [join(root, 'dist', 'mcp.js'), '--redact', 'Ida Brandt']);
    assert.deepEqual(await once(alone, 'exit'), [2, null]);
  });

  it('tells of names that no article had, but not the language model', async () => {
    const server = start('--redact', 'Ida Brandt', '--redact', 'Ole Holm');
    send(server, initialize);
    const params = { name: 'list_claims', arguments: { text: ARTICLE } };
    send(server, { jsonrpc: '2.0', id: 2, method: 'tools/call', params });
    server.stdin.end();
    const [answers, complaints] = await Promise.all(
      [server.stdout, server.stderr].map(async it => (await it.setEncoding('utf8').toArray()).join('')),
    );
    assert.equal(complaints, 'sourcelight: no article names “Ole Holm”, so it was not left out\n');
    assert.doesNotMatch(answers ?? '', /Holm|Brandt/);
  });

  it('ends when its reader is gone', async () => {
    const server = start();
    const exit = once(server, 'exit');
    server.stdout.destroy();
    send(server, initialize);
    send(server, { ...initialize, id: 2, method: 'ping', params: {} });
    await exit;
  });
});
