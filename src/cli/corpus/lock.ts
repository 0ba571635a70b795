import { open, readFile, rm, stat, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { hasCode, orMissing } from '../faults';

/** Another process has it, or may have; the message is a phrase for the user. */
export class LockedError extends Error {}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process was started, as the system has it; null where it does not tell. */
  readonly started: string | null;
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
 * ended without giving it back has it no longer, also where its number is another's by now and the system tells when a
 * process was started, nor has one that was killed before it wrote its name; of one of another machine that cannot be known.
 *
 * @returns gives it back
 * @throws {LockedError}
 */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  const own: Holder = { pid: process.pid, host: hostname(), started: await startOf(process.pid) };
  while (!(await isCreated(path, JSON.stringify(own)))) {
    const found = await orMissing(look(path));
    if (found === null) continue;
    if (!(await isLeftBehind(found, own))) throw new LockedError(describe(path, found.holder));
    await takeAway(path, found, own);
  }
  return async () => {
    // Nobody takes over what is held: who was killed as it did so before is forgotten now. Its name may be too long.
    await rm(guardOf(path), { force: true }).catch(() => undefined);
    await rm(path, { force: true });
  };
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
  const guard = await createGuard(guardOf(path), own);
  try {
    const now = await orMissing(look(path));
    if (now?.content === content && (await isLeftBehind(now, own))) await rm(path);
  } finally {
    await rm(guard, { force: true });
  }
}

/**
 * That of a process which was killed stays where it is, with another one beside it: if it were removed, one that was made
 * anew meanwhile might be.
 *
 * @returns where it is
 */
async function createGuard(guard: string, own: Holder): Promise<string> {
  if (await isCreated(guard, JSON.stringify(own))) return guard;
  const found = await orMissing(look(guard));
  if (found && (await isLeftBehind(found, own))) return createGuard(guardOf(guard), own);
  throw new LockedError(describe(guard, found?.holder ?? null));
}

const guardOf = (path: string): string => `${path}.taking`;

async function look(path: string): Promise<Found> {
  const content = await readFile(path, 'utf8');
  const { mtimeMs } = await stat(path);
  return { content, holder: holderIn(content), age: Date.now() - mtimeMs };
}

function holderIn(content: string): Found['holder'] {
  try {
    const { pid, host, started } = JSON.parse(content) as Partial<Holder>;
    if (typeof pid !== 'number' || typeof host !== 'string') return null;
    return { pid, host, started: typeof started === 'string' ? started : null };
  } catch {
    return 'unfinished';
  }
}

async function isLeftBehind({ holder, age }: Found, own: Holder): Promise<boolean> {
  if (holder === 'unfinished') return age > WRITING;
  return holder !== null && hasEnded(holder, own);
}

/** A number may be given to another process later, as it is in containers: nobody else has our own. */
async function hasEnded({ pid, host, started }: Holder, own: Holder): Promise<boolean> {
  if (host !== own.host) return false;
  if (pid === own.pid) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
  const another = await startOf(pid);
  return started !== null && another !== null && started !== another;
}

/** The 22nd field of what Linux tells of a process; its second may be anything, in brackets. Null on other systems. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return (
    stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .at(22 - 3) ?? null
  );
}

function describe(path: string, holder: Found['holder']): string {
  const who = typeof holder === 'object' && holder ? `process ${holder.pid} on ${holder.host}` : 'a process';
  return `another run is writing it (${who}); where there is none, delete ${path}`;
}
