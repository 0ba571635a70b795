import { AnalysisClient } from '../../articles/client';
import { systemClock, type ExtensionFiles, type Log } from '../../articles/host';
import { startWorker } from '../../platform/node';

const quiet: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/**
 * The workers of a run; each is started when it is first needed, and runs until it is disposed of.
 *
 * @param memory what each may take, in megabytes
 */
export function workers(
  jobs: number,
  memory: number,
  files: ExtensionFiles,
  weights: Uint8Array,
): readonly AnalysisClient[] {
  const worker = () =>
    new AnalysisClient({
      startWorker: () => startWorker(files, { maxOldGenerationSizeMb: memory }),
      readWeights: () => Promise.resolve(weights),
      clock: systemClock,
      log: quiet,
    });
  return Array.from({ length: jobs }, worker);
}
