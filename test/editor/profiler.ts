import * as vscode from 'vscode';

/** As V8 writes it, times in microseconds. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
    readonly children?: readonly number[];
  }[];
  readonly startTime: number;
  readonly samples: readonly number[];
  /** From one sample to the next; the first from the start. */
  readonly timeDeltas: readonly number[];
}

/** Where the thread was for a while. */
interface Stretch {
  /** By `performance.now()`, in milliseconds. */
  readonly start: number;
  readonly end: number;
  /** A function of the extension, or what was called from one, was at work, or V8 on its behalf. */
  readonly isOurs: boolean;
  /** The thread had nothing to do. */
  readonly isIdle: boolean;
  /** Of the function itself, and where it stands in its file. */
  readonly name: string;
}

/** When the thread came round to a timer. */
export interface Moment {
  /** By `performance.now()`, in milliseconds. */
  readonly at: number;
  /** For how many milliseconds it had been at work by then; NaN where the host does not tell. */
  readonly worked: number;
}

/** Between samples, in microseconds. */
const INTERVAL = 250;
const TOP = 15;
/** What V8 does for the function before: it collects garbage, and reads and sends messages. */
const NATIVE = ['(garbage collector)', '(program)'];
const IDLE = '(idle)';

/** Profiles this thread while something goes on, and leaves the profile in `out/host-NAME.cpuprofile`. */
export async function profiled(name: string, during: () => Promise<void>): Promise<readonly Stretch[]> {
  const { Session } = process.getBuiltinModule('node:inspector/promises');
  const { extensionUri } = vscode.extensions.getExtension('sourcelight.sourcelight')!;
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.post('Profiler.start');
  await during();
  const { profile } = (await session.post('Profiler.stop')) as { profile: Profile };
  session.disconnect();
  await vscode.workspace.fs.writeFile(
    vscode.Uri.joinPath(extensionUri, 'out', `host-${name}.cpuprofile`),
    new TextEncoder().encode(JSON.stringify(profile)),
  );
  return stretches(profile, `${extensionUri.path}/dist/`);
}

function stretches({ nodes, startTime, samples, timeDeltas }: Profile, folder: string): Stretch[] {
  const names = new Map<number, string>();
  const ours = new Set<number>();
  const native = new Set<number>();
  const idle = new Set<number>();
  // A caller comes before those it calls.
  for (const { id, callFrame, children = [] } of nodes) {
    const { functionName, url, lineNumber } = callFrame;
    names.set(id, `${functionName} ${url.slice(url.lastIndexOf('/') + 1)}:${lineNumber + 1}`);
    if (url.includes(folder)) ours.add(id);
    if (ours.has(id)) for (const child of children) ours.add(child);
    if (NATIVE.includes(functionName)) native.add(id);
    if (functionName === IDLE) idle.add(id);
  }
  const toNow = performance.now() - Number(process.hrtime.bigint()) / 1e6;
  let end = startTime / 1000 + toNow;
  let isOurs = false;
  return samples.map((id, index) => {
    const start = end + (index === 0 ? (timeDeltas[0] ?? 0) / 1000 : 0);
    end = start + (timeDeltas[index + 1] ?? 0) / 1000;
    if (!native.has(id)) isOurs = ours.has(id);
    return { start, end, isOurs, isIdle: idle.has(id), name: names.get(id)! };
  });
}

/** The most that the extension had of the thread from one moment to the next, in milliseconds. */
interface Most {
  readonly elapsed: number;
  /** Of the thread's own processor time: as much of it as of the samples in which the thread was not idle. */
  readonly busy: number;
  /** Which functions had the most of that by themselves. */
  readonly functions: readonly string[];
}

/** @param moments in order */
export function mostOfOurs(profile: readonly Stretch[], moments: readonly Moment[]): Most {
  let most: Most = { elapsed: 0, busy: 0, functions: [] };
  let first = profile.findIndex(({ start }) => start >= moments[0]!.at);
  for (const [index, to] of moments.slice(1).entries()) {
    let end = first;
    while (end < profile.length && profile[end]!.start < to.at) end++;
    const stretches = profile.slice(first, end);
    first = end;
    const ours = stretches.filter(({ isOurs }) => isOurs);
    const elapsed = lengthOf(ours);
    if (elapsed === 0) continue;
    const share = elapsed / lengthOf(stretches.filter(({ isIdle }) => !isIdle));
    const busy = (to.worked - moments[index]!.worked) * share;
    if (busy > most.busy) most = { ...most, busy, functions: selfTimes(ours) };
    most = { ...most, elapsed: Math.max(most.elapsed, elapsed) };
  }
  return most;
}

function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { start, end }) => sum + end - start, 0);
}

function selfTimes(stretches: readonly Stretch[]): string[] {
  const times = new Map<string, number>();
  for (const { start, end, name } of stretches) times.set(name, (times.get(name) ?? 0) + end - start);
  return [...times]
    .sort((a, b) => b[1] - a[1])
    .slice(0, TOP)
    .map(([name, time]) => `${time.toFixed(1)} ms ${name}`);
}
