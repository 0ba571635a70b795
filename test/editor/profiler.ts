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
  /** The function itself, where it is the extension's. */
  readonly name: string | null;
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
    if (url.includes(folder)) {
      ours.add(id);
      names.set(id, `${functionName}:${lineNumber + 1}`);
    }
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
    return { start, end, isOurs, isIdle: idle.has(id), name: names.get(id) ?? null };
  });
}

/**
 * The most that the extension had of the thread between two moments, in milliseconds: by the clock, and of the thread's
 * own processor time, its share of the samples in which the thread was not idle.
 *
 * @param moments in order
 */
export function mostOfOurs(profile: readonly Stretch[], moments: readonly Moment[]) {
  const most = { elapsed: 0, busy: 0 };
  let stretch = profile.findIndex(({ start }) => start >= moments[0]!.at);
  for (const [index, to] of moments.slice(1).entries()) {
    let ours = 0;
    let all = 0;
    for (; stretch < profile.length && profile[stretch]!.start < to.at; stretch++) {
      const { start, end, isOurs, isIdle } = profile[stretch]!;
      if (isOurs) ours += end - start;
      if (!isIdle) all += end - start;
    }
    if (ours === 0) continue;
    most.elapsed = Math.max(most.elapsed, ours);
    most.busy = Math.max(most.busy, ((to.worked - moments[index]!.worked) * ours) / all);
  }
  return most;
}

/** Which functions of the extension took the most time by themselves. */
export function selfTimes(profile: readonly Stretch[]): string[] {
  const times = new Map<string, number>();
  for (const { start, end, name } of profile)
    if (name !== null) times.set(name, (times.get(name) ?? 0) + end - start);
  return [...times]
    .sort((a, b) => b[1] - a[1])
    .slice(0, TOP)
    .map(([name, time]) => `${time.toFixed(1)} ms ${name}`);
}
