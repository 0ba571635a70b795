import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../../../src/cli/corpus/journal';

describe('the journal of a corpus run', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is for nobody else on this computer', async function () {
    if (process.platform === 'win32') return this.skip();
    const journal = await Journal.open(join(folder, 'claims.csv.journal'), 'stamp');
    await journal.close();
    assert.equal((await stat(join(folder, 'claims.csv.journal'))).mode & 0o777, 0o600);
  });
});
