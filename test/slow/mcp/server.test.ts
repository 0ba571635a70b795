import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { Redaction } from '../../../src/export/redaction';
import { articleAnalyst } from '../../../src/mcp/articles';
import { createServer } from '../../../src/mcp/server';
import { UserFiles } from '../../../src/platform/node/userFiles';
import { decided, writeUserFile } from '../../platform/decided';

const ARTICLE = '“The bridge is closed,” Mayor Ida Brandt said on Monday.\n';

/** A server and a client that is connected to it. */
async function connected(folder: string, names: readonly string[] = []) {
  const client = new Client({ name: 'test', version: '1' });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const complaints: string[] = [];
  const server = createServer(
    '1.2.3',
    folder,
    top => new UserFiles({ decisions: true, top, tell: problem => complaints.push(problem) }),
    articleAnalyst(null, new Redaction({ redact: names, redactAs: 'replace' }), ({ code }) => code),
  );
  await Promise.all([server.connect(ours), client.connect(theirs)]);
  const call = async (name: string, input: Record<string, unknown>) => {
    const { content, isError } = (await client.callTool({ name, arguments: input })) as CallToolResult;
    const [first] = content;
    assert.ok(first?.type === 'text' && content.length === 1);
    return { text: first.text, isError: isError ?? false };
  };
  return { client, call, complaints };
}

describe('the MCP server', () => {
  let client: Client;
  let call: Awaited<ReturnType<typeof connected>>['call'];

  before(async () => {
    ({ client, call } = await connected(__dirname));
  });
  after(() => client.close());

  it('gives its name and version', () => {
    assert.deepEqual(
      [client.getServerVersion()?.name, client.getServerVersion()?.version],
      ['sourcelight', '1.2.3'],
    );
  });

  it('has three tools, all of which only read', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint, annotations?.openWorldHint]),
      ['get_sources', 'list_claims', 'check_sourcing'].map(name => [name, true, false]),
    );
  });

  it('answers about a text', async () => {
    const { text } = await call('list_claims', { text: ARTICLE });
    assert.match(text, /^\{"total":1,"from":0,"next":null,"claims":\[\{.*“The bridge is closed,”/);
  });

  it('puts checks into words', async () => {
    const { text } = await call('check_sourcing', { text: '“The bridge is closed,” a source said.' });
    assert.match(text, /"rule":"anonymity\.vague","about":"anonymity\.vague","words":"a source","line":1/);
  });

  const refused: [what: string, input: Record<string, unknown>, reason: RegExp][] = [
    ['no article', {}, /^Give "path" or "text"\.$/],
    ['two articles', { path: 'a', text: 'b' }, /^Give "path" or "text", not both\.$/],
    ['a path that is none', { path: 7 }, /^"path" is not a string\.$/],
    ['an input that there is not', { uri: 'a' }, /^There is no input "uri"\.$/],
    ['a missing file', { path: 'no.txt' }, /^no\.txt: no such file$/],
    ['an empty text', { text: ' \n' }, /^The text is empty\.$/],
    [
      'a text in French',
      {
        text: 'Le conseil municipal a voté lundi la fermeture du pont du port aux camions, a déclaré la maire Ida Brandt.',
      },
      /^The text is not in English/,
    ],
  ];
  for (const [what, input, reason] of refused) {
    it(`says what is wrong with ${what}`, async () => {
      const { text, isError } = await call('get_sources', input);
      assert.match(text, reason);
      assert.ok(isError);
    });
  }

  it('says that there is no such tool', async () => {
    await assert.rejects(client.callTool({ name: 'delete_all' }), /There is no tool "delete_all"/);
  });
});

describe('the MCP server in a folder', () => {
  const TOOLS = ['get_sources', 'list_claims', 'check_sourcing'];
  const text = [
    '“The bridge is closed,” Mayor Ida Brandt said on Monday. She would not say why.',
    '“Ask Brandt,” a clerk said. “Ole Holm knows of Ida,” the clerk told Holm’s paper.',
    '',
  ].join('\n\n');
  let root: string;
  let folder: string;
  const clients: Client[] = [];
  const serverThatHides = async (...names: string[]) => {
    const server = await connected(folder, names);
    clients.push(server.client);
    return server;
  };

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    folder = join(root, 'articles');
    await mkdir(folder);
    await writeFile(join(folder, 'bridge.txt'), text);
  });
  beforeEach(async () => {
    await writeUserFile(
      root,
      'words.json',
      '{ "sources": [{ "name": "From Above", "spellings": ["a clerk"] }] }',
    );
    await rm(join(folder, '.sourcelight'), { recursive: true, force: true });
  });
  after(async () => {
    for (const client of clients) await client.close();
    await rm(root, { recursive: true });
  });

  for (const tool of TOOLS) {
    for (const input of [{ path: 'bridge.txt' }, { text }]) {
      it(`never tells names that are left out: ${tool} by ${Object.keys(input)[0]}`, async () => {
        const { call } = await serverThatHides('Ida Brandt', 'Ole Holm');
        const { text: answer, isError } = await call(tool, input);
        assert.ok(!isError);
        assert.doesNotMatch(answer, /Brandt|\bIda\b|Holm|\bOle\b/i);
        assert.match(answer, tool === 'check_sourcing' ? /"total":[1-9]/ : /\[source 1\]/);
      });
    }
  }

  it('takes names out of claims and the words of others', async () => {
    const { call } = await serverThatHides('Ida Brandt', 'Ole Holm');
    const { text: answer } = await call('list_claims', { path: 'bridge.txt' });
    assert.match(answer, /“Ask \[source 1\],”/);
    assert.match(answer, /“\[source 2\] knows of \[source 1\],”/);
  });

  it('heeds decisions and word list of the folder as they are when it is asked, and of none above it', async () => {
    const { call, complaints } = await serverThatHides();
    const sources = async () => (await call('get_sources', { path: 'bridge.txt' })).text;
    assert.doesNotMatch(await sources(), /Wen Halloran|From Above|Odile Moreau/);
    await writeUserFile(
      folder,
      'decisions.ndjson',
      `${decided(text, 'bridge.txt', 'a clerk', 'named')}\nno decision`,
    );
    assert.match(await sources(), /Wen Halloran/);
    assert.match(complaints.join(), /decisions\.ndjson:2: cannot be read/);
    await writeUserFile(
      folder,
      'words.json',
      '{ "sources": [{ "name": "Odile Moreau", "spellings": ["Ida Brandt"] }] }',
    );
    assert.match(await sources(), /Odile Moreau/);
    assert.doesNotMatch((await call('get_sources', { text })).text, /Wen Halloran|Odile Moreau/);
  });
});
