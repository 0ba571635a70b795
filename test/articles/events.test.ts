import assert from 'node:assert/strict';
import { Emitter } from '../../src/articles/events';
import { nextTurn, STRETCH } from '../../src/articles/yielding';

describe('an emitter', () => {
  it('tells everybody, also where one of them fails, and that is reported', async () => {
    const emitter = new Emitter<string>();
    const heard: string[] = [];
    emitter.event(() => {
      throw new Error('a fault of one');
    });
    emitter.event(value => heard.push(value));
    const reported = nextUncaught();
    emitter.fire('news');
    assert.match(String(await reported), /a fault of one/);
    await nextTurn();
    assert.deepEqual(heard, ['news']);
  });

  it('gives the thread back where listeners take long, and still tells in the order of the calls', async () => {
    const emitter = new Emitter<string>();
    const heard: string[] = [];
    emitter.event(value => {
      const until = performance.now() + 2 * STRETCH;
      while (value === 'first' && performance.now() < until);
    });
    emitter.event(value => heard.push(value));
    emitter.fire('first');
    emitter.fire('second');
    assert.deepEqual(heard, [], 'not in the same turn');
    while (heard.length < 2) await nextTurn();
    assert.deepEqual(heard, ['first', 'second']);
  });

  it('tells of what a listener fires after what made it do so', () => {
    const emitter = new Emitter<number>();
    const heard: number[] = [];
    emitter.event(value => {
      if (value === 1) emitter.fire(2);
    });
    emitter.event(value => heard.push(value));
    emitter.fire(1);
    assert.deepEqual(heard, [1, 2]);
  });
});

/** Instead of mocha, which would take it for a failure of the test. */
function nextUncaught(): Promise<unknown> {
  const others = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  return new Promise(resolve => {
    process.once('uncaughtException', error => {
      for (const other of others) process.on('uncaughtException', other);
      resolve(error);
    });
  });
}
