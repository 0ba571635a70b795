import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The executable of desktop VS Code: `VSCODE_EXECUTABLE` where it is set, else one installed in a usual place.
 * None without a display, or where `VSCODE_EXECUTABLE` is empty.
 */
export function findDesktop(): string | undefined {
  const asked = process.env.VSCODE_EXECUTABLE;
  if (asked !== undefined) return asked || undefined;
  return candidates().find(existsSync);
}

function candidates(): string[] {
  const { env, platform } = process;
  if (platform === 'darwin') return ['/Applications/Visual Studio Code.app/Contents/MacOS/Electron'];
  if (platform === 'win32') {
    return [join(env.LOCALAPPDATA ?? '', 'Programs'), env.ProgramFiles ?? ''].map(folder =>
      join(folder, 'Microsoft VS Code', 'Code.exe'),
    );
  }
  const hasDisplay = Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY);
  // The command `code` is a script in the folder bin/ beside the executable.
  return hasDisplay ? onPath('code').map(script => join(realpathSync(script), '..', '..', 'code')) : [];
}

function onPath(name: string): string[] {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, name))
    .filter(existsSync);
}
