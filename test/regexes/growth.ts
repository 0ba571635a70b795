import type { AttackPattern } from 'recheck';
import { costOf, growths, LEAST_MEASURED, MOST_GROWTH } from '../growths';
import type { Pattern } from './collect';

/** What a text is made of that may take long. */
type Attack = Pick<AttackPattern, 'pumps' | 'suffix'>;

/** In code units: what takes no time by then never does. */
const longest = 2_000_000;

/**
 * Whether V8 needs more time than in proportion to the length of a text. What recheck's search finds in its own engine is
 * often not so in V8, which looks for a match in another way.
 */
export function growsFaster({ source, flags }: Pick<Pattern, 'source' | 'flags'>, attack: Attack): boolean {
  const pattern = new RegExp(source, flags);
  const costOn = (text: string) => costOf(() => text.replace(pattern, ''));
  // V8 compiles a pattern when it is used for the second time.
  for (let times = 0; times < 3; times++) costOn(textOf(attack, 1));
  let times = 1;
  while (costOn(textOf(attack, times)) < LEAST_MEASURED) {
    times *= 2;
    if (textOf(attack, times).length > longest) return false;
  }
  const [short, long] = [textOf(attack, times), textOf(attack, 2 * times)];
  const growth = [
    ...growths(
      () => costOn(short),
      () => costOn(long),
    ),
  ].at(-1)!;
  return growth > MOST_GROWTH;
}

function textOf({ pumps, suffix }: Attack, times: number): string {
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
}
