import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { about, Disk, FERRY, fileWith, Window } from '../../../articles/decisions/windows';

/** What a window does: it decides something, or takes back one of the decisions that it sees. */
interface Step {
  readonly window: 0 | 1;
  readonly takeBack: number | null;
}

const step: fc.Arbitrary<Step> = fc.record({
  window: fc.constantFrom(0 as const, 1 as const),
  takeBack: fc.option(fc.nat(5), { nil: null }),
});

describe('two windows that write the decisions at once', () => {
  it('lose no decision and bring none back, in whatever order their reads and writes come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(step, { minLength: 2, maxLength: 8 }),
        async (scheduler, steps) => {
          const disk = new Disk();
          const standing = new Set(['first', 'second']);
          disk.text = fileWith(
            about('first', 'ferry.txt'),
            about('second', 'ferry.txt'),
            about('bridge', 'bridge.txt'),
          );
          const windows = [new Window(disk), new Window(disk)] as const;
          await Promise.all(windows.map(window => window.idsOf(FERRY)));
          disk.later = () => scheduler.schedule(Promise.resolve());
          const { tell } = disk;
          disk.tell = () => void disk.later().then(tell);
          const takeStep = async ({ window: nth, takeBack }: Step, at: number) => {
            const { store } = windows[nth];
            const id = takeBack === null ? `d${at}` : store.of(FERRY)[takeBack]?.id;
            if (id === undefined) return;
            if (takeBack === null) {
              standing.add(id);
              await store.add(FERRY, about(id, 'ferry.txt'));
            } else {
              standing.delete(id);
              assert.ok(await store.remove(FERRY, new Set([id])));
            }
          };
          const doing = steps.map((it, at) =>
            scheduler.schedule(Promise.resolve()).then(() => takeStep(it, at)),
          );
          await scheduler.waitIdle();
          await Promise.all(doing);
          await Promise.all(windows.map(({ store }) => store.settled()));
          const expected = [...standing].sort();
          for (const { store } of windows) {
            assert.deepEqual(
              store
                .of(FERRY)
                .map(({ id }) => id)
                .sort(),
              expected,
            );
          }
          const inFile = new Window(disk);
          disk.later = () => Promise.resolve();
          assert.deepEqual((await inFile.idsOf(FERRY)).sort(), expected);
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });
});
