import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a command with this terminal's output.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `quiet` shows what it prints only
 *   when it fails
 * @returns {Promise<number>} the exit code; 1 where a signal ended it
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // npm is a .cmd file on Windows
      shell: process.platform === 'win32' && command === 'npm',
    });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    // Ctrl+C reaches the child by itself: wait for it to tidy up. The other signals go to this process alone.
    let interrupted = false;
    const wait = () => void (interrupted = true);
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', wait).on('SIGTERM', forward).on('SIGHUP', forward);
    child.once('error', reject);
    child.once('close', code => {
      process.off('SIGINT', wait).off('SIGTERM', forward).off('SIGHUP', forward);
      if (interrupted && code !== 0) process.exit(130);
      if (code !== 0) process.stdout.write(output);
      resolve(code ?? 1);
    });
  });
}
