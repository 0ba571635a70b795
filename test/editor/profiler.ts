import * as vscode from 'vscode';

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Between samples, in microseconds. */
const INTERVAL = 250;
const TOP = 15;

/**
 * Profiles this thread while something goes on, leaves the profile in `out/host.cpuprofile`, and tells which functions
 * of the extension took the most time by themselves.
 */
export async function profiled(during: () => Promise<void>): Promise<readonly string[]> {
  const { Session } = process.getBuiltinModule('node:inspector/promises');
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.post('Profiler.start');
  await during();
  const { profile } = (await session.post('Profiler.stop')) as { profile: Profile };
  session.disconnect();
  const { extensionUri } = vscode.extensions.getExtension('sourcelight.sourcelight')!;
  await vscode.workspace.fs.writeFile(
    vscode.Uri.joinPath(extensionUri, 'out', 'host.cpuprofile'),
    new TextEncoder().encode(JSON.stringify(profile)),
  );
  return selfTimes(profile, `${extensionUri.path}/dist/`);
}

function selfTimes({ nodes, samples, timeDeltas }: Profile, folder: string): string[] {
  const ours = new Map(
    nodes.flatMap(({ id, callFrame }) =>
      callFrame.url.includes(folder) ? [[id, `${callFrame.functionName}:${callFrame.lineNumber + 1}`]] : [],
    ),
  );
  const times = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const name = ours.get(id);
    if (name !== undefined) times.set(name, (times.get(name) ?? 0) + (timeDeltas[index + 1] ?? 0) / 1000);
  }
  return [...times]
    .sort((a, b) => b[1] - a[1])
    .slice(0, TOP)
    .map(([name, time]) => `${time.toFixed(1)} ms ${name}`);
}
