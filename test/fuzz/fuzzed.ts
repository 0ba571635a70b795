import * as fc from 'fast-check';

const seed = Number(process.env.FUZZ_SEED ?? 1);
const seconds = Number(process.env.FUZZ_SECONDS ?? 20);

let properties = 0;

/**
 * A test that tries a property for its share of the time there is; what fails is shrunk and printed, with the seed and
 * path that bring it about again.
 *
 * The time is `FUZZ_SECONDS` for all of them together, the seed `FUZZ_SEED`: see `npm run fuzz`.
 */
export function fuzzed<T>(name: string, property: fc.IRawProperty<T>): void {
  properties++;
  it(name, async function () {
    this.timeout(0);
    let runs = 0;
    await fc.assert(property, {
      seed,
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: (seconds * 1000) / properties,
      endOnFailure: false,
      reporter: details => {
        runs = details.numRuns;
        if (details.failed) throw new Error(fc.defaultReportMessage(details));
      },
    });
    if (this.test) this.test.title += ` (${runs} tries)`;
  });
}
