import assert from 'node:assert/strict';
import type { Actor, ActorMention, Span } from '../../../src/analysis/contract';
import { merged, withMention } from '../../../src/articles/decisions/actors';

const mention = (...span: Span[]): ActorMention => ({ span, form: 'name' });
const actorWith = (id: string, mentions: readonly ActorMention[]): Actor => ({
  id,
  name: 'Ines Okafor',
  type: 'person',
  anonymous: false,
  plural: false,
  roles: [],
  anonymity: null,
  mentions,
});

const INES = { start: 10, end: 14 };
const OKAFOR = { start: 20, end: 26 };

describe('the mentions of an actor', () => {
  const cases: [what: string, known: ActorMention, other: ActorMention, together: number][] = [
    ['the same words', mention(INES, OKAFOR), mention(INES, OKAFOR), 1],
    ['words in two places that begin with those known', mention(INES), mention(INES, OKAFOR), 2],
    ['the first of words in two places', mention(INES, OKAFOR), mention(INES), 2],
    ['other words', mention(INES), mention(OKAFOR), 2],
  ];
  for (const [what, known, other, together] of cases) {
    it(`and ${what} are ${together}`, () => {
      const expected = [known, other].slice(0, together);
      assert.deepEqual(withMention(actorWith('k1', [known]), other).mentions, expected);
      assert.deepEqual(merged(actorWith('k1', [known]), actorWith('k2', [other])).mentions, expected);
    });
  }
});
