import type { AttackPattern } from 'recheck';
import type { Pattern } from './collect';

/** What a text is made of that may take long. */
type Attack = Pick<AttackPattern, 'pumps' | 'suffix'>;

/** Of a text twice as long. */
const mostGrowth = 2.6;
const attempts = 6;
/** What takes less is too short to be measured, in microseconds. */
const leastMeasured = 20_000;
/** In code units: what takes no time by then never does. */
const longest = 2_000_000;

/**
 * Whether V8 needs more time than in proportion to the length of a text. What recheck's search finds in its own engine is
 * often not so in V8, which looks for a match in another way.
 */
export function growsFaster({ source, flags }: Pick<Pattern, 'source' | 'flags'>, attack: Attack): boolean {
  const pattern = new RegExp(source, flags);
  // V8 compiles a pattern when it is used for the second time.
  for (let times = 0; times < 3; times++) costOf(pattern, textOf(attack, 1));
  let times = 1;
  while (costOf(pattern, textOf(attack, times)) < leastMeasured) {
    times *= 2;
    if (textOf(attack, times).length > longest) return false;
  }
  const [short, long] = [textOf(attack, times), textOf(attack, 2 * times)];
  let [least, leastLong] = [Infinity, Infinity];
  for (let attempt = 0; attempt < attempts; attempt++) {
    least = Math.min(least, costOf(pattern, short));
    leastLong = Math.min(leastLong, costOf(pattern, long));
  }
  return leastLong > mostGrowth * least;
}

function textOf({ pumps, suffix }: Attack, times: number): string {
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
}

/** In microseconds of this process's work, whatever else the machine does. */
function costOf(pattern: RegExp, text: string): number {
  const before = process.cpuUsage();
  text.replace(pattern, '');
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
