import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { LEVELS, type Level } from '../../src/articles/levels';
import { api, ARTICLE, cardsAt, closeAll, show } from './support';

const THOUGHT = 'the pier can be saved';
const TEXT = `${ARTICLE}\nThe harbour master believes that ${THOUGHT}.\n`;

describe('the level', () => {
  const configuration = () => vscode.workspace.getConfiguration('sourcelight');
  const choose = (level: Level) => vscode.commands.executeCommand('sourcelight.chooseLevel', level);

  afterEach(async () => {
    await configuration().update('level', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
  });

  it('decides what has a card, and nothing is analysed again for it', async () => {
    const document = await show(TEXT);
    const { analysisOf } = await api();
    const analysis = await analysisOf(document.uri);
    const thought = analysis?.attributions.find(({ cueKind }) => cueKind === 'other');
    assert.ok(thought, 'the article has a claim that nobody said');
    const hasCards = async () => ({
      thought: (await cardsAt(document, THOUGHT)).length > 0,
      quote: (await cardsAt(document, 'waited long')).length > 0,
    });
    await choose('quotesAndSpeech');
    assert.deepEqual(await hasCards(), { thought: false, quote: true });
    await choose('everything');
    assert.deepEqual(await hasCards(), { thought: true, quote: true });
    assert.equal(await analysisOf(document.uri), analysis);
  });

  it('is a setting, and each can be chosen by a command', async () => {
    assert.equal(configuration().get('level'), 'likely');
    for (const level of LEVELS) {
      await choose(level);
      assert.equal(configuration().get('level'), level);
    }
  });

  it('is changed in the workspace’s settings where it is set there', async () => {
    const { Workspace } = vscode.ConfigurationTarget;
    await configuration().update('level', 'everything', Workspace);
    try {
      await choose('quotesAndSpeech');
      const { workspaceValue, globalValue } = configuration().inspect('level') ?? {};
      assert.deepEqual([workspaceValue, globalValue], ['quotesAndSpeech', undefined]);
    } finally {
      await configuration().update('level', undefined, Workspace);
    }
  });
});
