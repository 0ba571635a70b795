import { open, readFile, rm, stat, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { hasCode, orMissing } from '../faults';

/** Another process has it, or may have; the message is a phrase for the user. */
export class LockedError extends Error {}

interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** What was found in the place of a lock. */
interface Found {
  readonly content: string;
  /** `unfinished`: the name is not, or not all, written. Null for something else. */
  readonly holder: Holder | 'unfinished' | null;
  /** How long ago it was written, in milliseconds. */
  readonly age: number;
}

/** Nobody takes so long to write a name: whoever began to was killed. In milliseconds. */
const WRITING = 10_000;

/**
 * Takes a lock that one process at a time can have: a file that names its holder. A process of this machine which has
 * ended without giving it back has it no longer, nor has one that was killed before it wrote its name; of one of another
 * machine that cannot be known.
 *
 * @returns gives it back
 * @throws {LockedError}
 */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  const own: Holder = { pid: process.pid, host: hostname() };
  while (!(await isCreated(path, JSON.stringify(own)))) {
    const found = await orMissing(look(path));
    if (found === null) continue;
    if (!isLeftBehind(found, own)) throw new LockedError(describe(path, found.holder));
    await takeAway(path, found, own);
  }
  return () => rm(path, { force: true });
}

async function isCreated(path: string, content: string): Promise<boolean> {
  let file: FileHandle;
  try {
    file = await open(path, 'wx');
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
  try {
    await file.writeFile(content);
    return true;
  } catch (error) {
    // A full disk may have room for the name, but not for what is in it: nobody has such a lock.
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/**
 * Takes away what was left behind. Several processes may have found it: one at a time looks again and does so, and none
 * takes away what another one has made anew.
 */
async function takeAway(path: string, { content }: Found, own: Holder): Promise<void> {
  const guard = `${path}.taking`;
  if (!(await isCreated(guard, ''))) throw new LockedError(describe(guard, null));
  try {
    const now = await orMissing(look(path));
    if (now?.content === content && isLeftBehind(now, own)) await rm(path);
  } finally {
    await rm(guard);
  }
}

async function look(path: string): Promise<Found> {
  const content = await readFile(path, 'utf8');
  const { mtimeMs } = await stat(path);
  return { content, holder: holderIn(content), age: Date.now() - mtimeMs };
}

function holderIn(content: string): Found['holder'] {
  try {
    const { pid, host } = JSON.parse(content) as Partial<Holder>;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : null;
  } catch {
    return 'unfinished';
  }
}

function isLeftBehind({ holder, age }: Found, own: Holder): boolean {
  if (holder === 'unfinished') return age > WRITING;
  return holder !== null && hasEnded(holder, own);
}

/** A number may be given to another process later, as it is in containers: nobody else has our own. */
function hasEnded({ pid, host }: Holder, own: Holder): boolean {
  if (host !== own.host) return false;
  if (pid === own.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
}

function describe(path: string, holder: Found['holder']): string {
  const who = typeof holder === 'object' && holder ? `process ${holder.pid} on ${holder.host}` : 'a process';
  return `another run is writing it (${who}); where there is none, delete ${path}`;
}
