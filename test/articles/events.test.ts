import assert from 'node:assert/strict';
import { Emitter } from '../../src/articles/events';

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
    assert.deepEqual(heard, ['news']);
    assert.match(String(await reported), /a fault of one/);
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
