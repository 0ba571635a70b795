import * as fc from 'fast-check';
import '../seed';

const seconds = Number(process.env.FUZZ_SECONDS ?? 20);

let shares = 0;

interface Weight {
  /** How many times the time of a property without one. */
  readonly share?: number;
  /** Made in each try, to be told with the tries. */
  readonly edits?: number;
}

/**
 * A test that tries a property for its share of the time there is; what fails is shrunk and printed, with the seed and
 * path that bring it about again.
 *
 * The time is `FUZZ_SECONDS` for all of them together, the seed `FUZZ_SEED`: see `npm run fuzz`.
 */
export function fuzzed<T>(
  name: string,
  property: fc.IRawProperty<T>,
  { share = 1, edits }: Weight = {},
): void {
  shares += share;
  it(name, async function () {
    this.timeout(0);
    let runs = 0;
    await fc.assert(property, {
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: (seconds * 1000 * share) / shares,
      endOnFailure: false,
      reporter: details => {
        runs = details.numRuns;
        if (details.failed) throw new Error(fc.defaultReportMessage(details));
      },
    });
    const made = edits === undefined ? '' : `, ${runs * edits} edits`;
    if (this.test) this.test.title += ` (${runs} tries${made})`;
  });
}
