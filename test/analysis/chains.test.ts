import assert from 'node:assert/strict';
import { analyzeParagraph } from '../../src/analysis/analyze';
import type { Span } from '../../src/analysis/contract';

interface Chain {
  readonly source: string | null;
  readonly via?: readonly string[];
  readonly channel?: readonly string[];
}

const cases: readonly (readonly [text: string, chain: Chain])[] = [
  [
    'According to the Verrin Courier, citing port officials, the bridge is closed.',
    { source: 'port officials', via: ['the Verrin Courier'] },
  ],
  [
    'The bridge is closed, the Verrin Courier reported on Sunday, citing two officials.',
    { source: 'two officials', via: ['the Verrin Courier'] },
  ],
  ['The bridge is closed, according to the Verrin Courier.', { source: 'the Verrin Courier' }],
  [
    '“It is closed,” Ann Lee told the Verrin Courier.',
    { source: 'Ann Lee', channel: ['the Verrin Courier'] },
  ],
  [
    '“It is closed,” Ann Lee told several newspapers.',
    { source: 'Ann Lee', channel: ['several newspapers'] },
  ],
  ['Ann Lee told reporters that the bridge was closed.', { source: 'Ann Lee', channel: ['reporters'] }],
  ['“It is closed,” Ann Lee told them.', { source: 'Ann Lee' }],
  ['“It is closed,” Ann Lee said in a statement.', { source: 'Ann Lee', channel: ['a statement'] }],
  ['“It is closed,” Ann Lee wrote on Twitter on Sunday.', { source: 'Ann Lee', channel: ['Twitter'] }],
  ['“It is closed,” Ann Lee said on Sunday.', { source: 'Ann Lee' }],
  [
    '“It is closed,” Ann Lee said, according to the Verrin Courier.',
    { source: 'Ann Lee', via: ['the Verrin Courier'] },
  ],
  ['“It is closed,” Ann Lee said, according to the harbour master.', { source: 'Ann Lee' }],
];

describe('chains', () => {
  for (const [text, { source, via = [], channel = [] }] of cases)
    it(text, () => {
      const { attributions } = analyzeParagraph(text);
      const slice = ({ start, end }: Span): string => text.slice(start, end);
      const [found, ...others] = attributions.filter(each => each.source?.map(slice).join() === source);
      assert.equal(others.length, 0);
      assert.deepEqual(
        {
          source: found?.source?.map(slice).join() ?? null,
          via: found?.via.map(({ mention }) => mention.map(slice).join()),
          channel: found?.channel.map(mention => mention.map(slice).join()),
        },
        { source, via, channel },
      );
    });
});
