import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { articleAnalyst } from '../../src/mcp/articles';
import { createServer } from '../../src/mcp/server';

const ARTICLE = '“The bridge is closed,” Mayor Ida Brandt said on Monday.\n';

describe('the MCP server', () => {
  const client = new Client({ name: 'test', version: '1' });

  before(async () => {
    const [ours, theirs] = InMemoryTransport.createLinkedPair();
    const server = createServer(
      '1.2.3',
      __dirname,
      articleAnalyst(null, ({ code }) => code),
    );
    await Promise.all([server.connect(ours), client.connect(theirs)]);
  });
  after(() => client.close());

  const call = async (name: string, input: Record<string, unknown>) => {
    const { content, isError } = (await client.callTool({ name, arguments: input })) as CallToolResult;
    const [first] = content;
    assert.ok(first?.type === 'text' && content.length === 1);
    return { text: first.text, isError: isError ?? false };
  };

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
