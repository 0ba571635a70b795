import assert from 'node:assert/strict';
import { TOOLS } from '../../src/tools';
import { INPUT_SCHEMA } from '../../src/tools/input';
import { manifest } from './support';

const { languageModelTools, configuration } = manifest.contributes;

describe('the tools for language models, in the manifest', () => {
  it('are those that there are, with the same descriptions for the model', () => {
    assert.deepEqual(
      languageModelTools.map(it => [it.name, it.toolReferenceName, it.modelDescription]),
      TOOLS.map(({ name, description }) => [`sourcelight_${name}`, name, description]),
    );
  });

  for (const { name, inputSchema } of languageModelTools) {
    it(`${name} takes what it takes everywhere, and speaks of the articles of the editor`, () => {
      const { path } = inputSchema.properties;
      assert.match(path.description, /open in the editor/);
      assert.deepEqual(
        { ...inputSchema, properties: { ...inputSchema.properties, path: INPUT_SCHEMA.properties.path } },
        INPUT_SCHEMA,
      );
    });
  }

  it('are off until the user, and no workspace, switches them on', () => {
    const setting = configuration.properties['sourcelight.languageModelTools.enable'];
    assert.deepEqual([setting?.default, setting?.scope], [false, 'application']);
    for (const { when } of languageModelTools) {
      assert.equal(when, 'config.sourcelight.languageModelTools.enable');
    }
  });
});
