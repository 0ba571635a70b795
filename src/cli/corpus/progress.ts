import { Presets, SingleBar } from 'cli-progress';
import type { Writable } from 'node:stream';
import { tell } from '../terminal';

/** Shows how far a run is. */
export interface Progress {
  /** @param failed of those done */
  update(done: number, failed: number): void;
  /** Tells the user something in a line that stays. */
  say(line: string): void;
  stop(): void;
}

/** A bar on a terminal; elsewhere, in a log, a line for each tenth. */
export function progressOf(stream: Writable, total: number): Progress {
  return 'isTTY' in stream && stream.isTTY === true ? bar(stream, total) : lines(stream, total);
}

function bar(stream: Writable, total: number): Progress {
  const single = new SingleBar(
    {
      stream: stream,
      format: '{bar} {percentage} % · {value}/{total} articles · {failed} failed · {eta_formatted} left',
      hideCursor: true,
      // The run is told of signals, and stops the bar.
      gracefulExit: false,
      stopOnComplete: false,
    },
    Presets.shades_classic,
  );
  let [done, failed] = [0, 0];
  const start = () => {
    single.start(total, done, { failed });
  };
  start();
  return {
    update(nowDone, nowFailed) {
      [done, failed] = [nowDone, nowFailed];
      single.update(done, { failed });
    },
    say(line) {
      stream.write('\r\u001b[K');
      void tell({ stderr: stream }, line);
      single.render();
    },
    stop() {
      single.stop();
    },
  };
}

function lines(stream: Writable, total: number): Progress {
  let told = 0;
  return {
    update(done, failed) {
      const tenths = Math.floor((10 * done) / total);
      if (tenths <= told) return;
      told = tenths;
      stream.write(`${done} of ${total} articles${failed > 0 ? `, ${failed} failed` : ''}\n`);
    },
    say(line) {
      void tell({ stderr: stream }, line);
    },
    stop: () => undefined,
  };
}
