import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Actor, Analysis, Attribution } from '../../../src/analysis/contract';
import { cleanUp, decisionsText } from '../checks/checked';
import { answering } from '../answers';
import { parseDecisions } from '../../../src/articles/decisions/decisionFile';
import { api, ARTICLE, cardsAt, pause, show, writeFile } from '../support';

const command = (name: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`sourcelight.${name}`, ...args);

describe('setting findings right', function () {
  this.timeout(20_000);
  let document: vscode.TextDocument;

  beforeEach(async () => {
    document = await vscode.workspace.openTextDocument(await writeFile('corrected.article', ARTICLE));
    await vscode.window.showTextDocument(document);
    await analysisOf(document);
  });

  afterEach(cleanUp);

  it('takes a claim for none, at the cursor, and undoes that', async () => {
    select('We have waited');
    await command('notClaim');
    await becomes(document, analysis => !claimWith(analysis, 'We have waited'));
    assert.match((await decisionsText()) ?? '', /"kind":"not-claim"/);
    await command('undoDecision');
    await becomes(document, analysis => claimWith(analysis, 'We have waited') !== undefined);
    assert.equal(await decisionsText(), '');
  });

  it('takes a quote for none', async () => {
    select('The pier is rotten');
    await command('notQuote');
    await becomes(document, analysis => claimWith(analysis, 'The pier is rotten')?.kind === 'indirect');
  });

  it('confirms a claim: there is no doubt about it any more', async () => {
    select('We have waited');
    await command('confirmClaim');
    await becomes(document, analysis => claimWith(analysis, 'We have waited')?.confidence === 1);
  });

  it('gives a claim to another actor, to words that are selected, or to nobody', async () => {
    const source = (analysis: Analysis) => sourceOf(analysis, claimWith(analysis, 'We have waited'))?.name;
    await answering({ pick: 'A spokesman for Bluewater' }, () =>
      command('otherSource', ...at('We have waited')),
    );
    await becomes(document, analysis => source(analysis)?.includes('spokesman') === true);
    select('412 residents', 'residents');
    await answering({ pick: '“residents”' }, () => command('otherSource', ...at('We have waited')));
    await becomes(document, analysis => source(analysis)?.includes('residents') === true);
    await answering({ pick: 'Nobody' }, () => command('otherSource', ...at('We have waited')));
    await becomes(document, analysis => claimWith(analysis, 'We have waited')?.source === null);
  });

  it('leaves everything as it is where the user thinks better of it', async () => {
    await answering({ pick: undefined }, () => command('otherSource', ...at('We have waited')));
    await answering({ input: undefined }, () => command('editNote', ...at('We have waited')));
    assert.equal(await decisionsText(), undefined);
  });

  it('takes words for no source: the claim is left with nobody', async () => {
    select('two officials');
    await command('notSource');
    await becomes(document, analysis => claimWith(analysis, 'The pier is rotten')?.source === null);
  });

  it('takes two actors for one, and splits a mention off', async () => {
    const count = (await analysisOf(document)).actors.length;
    await answering({ pick: 'Ines Okafor' }, () => command('sameActor', ...at('two officials')));
    await becomes(document, analysis => analysis.actors.length < count);
    await command('undoDecision');
    await becomes(document, analysis => analysis.actors.length === count);
    await command('splitActor', ...at('Okafor told', 'Okafor'));
    await becomes(document, analysis => {
      const waited = claimWith(analysis, 'We have waited');
      const sail = claimWith(analysis, 'The ferry to Low Island will sail');
      return waited?.source?.actor !== sail?.source?.actor;
    });
  });

  it('takes an actor for named, or for not named', async () => {
    await answering({ pick: 'one person' }, () => command('namedOrAnonymous', ...at('Ines Okafor')));
    await becomes(document, ({ actors }) => actorNamed(actors, 'Okafor')?.anonymity?.class === 'individual');
    await answering({ pick: 'Named' }, () => command('namedOrAnonymous', ...at('Ines Okafor')));
    await becomes(document, ({ actors }) => actorNamed(actors, 'Okafor')?.anonymity === null);
  });

  it('adds what was missed, from the selection', async () => {
    select('The island has 412 residents');
    await answering({ pick: 'Ines Okafor' }, () => command('addClaim'));
    const added = await becomes(document, analysis => claimWith(analysis, 'The island has') !== undefined);
    assert.equal(claimWith(added, 'The island has')?.origin, 'user');
    select('a school');
    await command('addSource');
    await becomes(document, ({ actors }) => actorNamed(actors, 'a school') !== undefined);
    select('one shop');
    await command('addQuote');
    await becomes(document, ({ quotations }) => quotations.some(({ span }) => wordsAt(span) === 'one shop'));
  });

  it('asks to select words where none are', async () => {
    select('The island', '');
    await command('addSource');
    assert.equal(await decisionsText(), undefined);
  });

  it('keeps a status and a note on a claim, one after the other, and shows both on its card', async () => {
    select('We have waited');
    await command('markDisputed');
    await becomes(document, analysis => claimWith(analysis, 'We have')?.verification?.status === 'disputed');
    await answering({ input: 'Ask the harbour master' }, () => command('editNote', ...at('We have waited')));
    const { verification } = claimWith(
      await becomes(document, analysis => claimWith(analysis, 'We have')?.verification?.note !== ''),
      'We have',
    )!;
    assert.deepEqual(verification, { status: 'disputed', note: 'Ask the harbour master' });
    const cards = await cardsAt(document, 'We have waited');
    assert.match(
      cards.map(({ value }) => value).join('\n'),
      /Verification\\: disputed[^]*Ask the harbour master/,
    );
    await answering({ pick: 'confirmed' }, () => command('setStatus', ...at('We have waited')));
    const after = await becomes(
      document,
      it => claimWith(it, 'We have')?.verification?.status === 'confirmed',
    );
    assert.equal(claimWith(after, 'We have')?.verification?.note, 'Ask the harbour master');
  });

  for (const [name, status] of [
    ['markWrong', 'wrong'],
    ['markConfirmed', 'confirmed'],
    ['markUnchecked', 'unchecked'],
  ] as const) {
    it(`marks a claim as ${status}`, async () => {
      await command(name, ...at('We have waited'));
      await becomes(document, analysis => claimWith(analysis, 'We have')?.verification?.status === status);
    });
  }

  it('keeps a confidential source out of the decisions’ file', async () => {
    await command('keepConfidential', ...at('two officials'));
    await becomes(document, ({ actors }) => actorNamed(actors, 'officials')?.confidential === true);
    assert.equal((await decisionsText()) ?? '', '');
    await command('notConfidential', ...at('two officials'));
    await becomes(document, ({ actors }) => actorNamed(actors, 'officials')?.confidential === undefined);
  });

  it('takes back what was decided about the finding at the cursor', async () => {
    await command('markWrong', ...at('We have waited'));
    await becomes(document, analysis => claimWith(analysis, 'We have')?.verification !== undefined);
    select('We have waited');
    await command('takeBackDecision');
    await becomes(document, analysis => claimWith(analysis, 'We have')?.verification === undefined);
  });

  describe('keeps in the tree', () => {
    const node = async () => {
      const [decision] = parseDecisions((await decisionsText()) ?? '').map(line => line.decision);
      return { kind: 'decision', key: document.uri.toString(), decision };
    };
    beforeEach(async () => {
      await command('markWrong', ...at('We have waited'));
      await becomes(document, analysis => claimWith(analysis, 'We have')?.verification !== undefined);
    });

    it('a decision that can be taken back', async () => {
      await command('removeDecision', await node());
      await becomes(document, analysis => claimWith(analysis, 'We have')?.verification === undefined);
      assert.equal(await decisionsText(), '');
    });

    it('a decision that can be kept on this machine only, and shared again', async () => {
      const shared = await node();
      await command('makeDecisionPrivate', shared);
      assert.equal(await decisionsText(), '');
      const { decisions } = await becomes(
        document,
        analysis => claimWith(analysis, 'We have')?.verification?.status === 'wrong',
      );
      assert.deepEqual(
        decisions.map(({ state }) => state),
        ['applied'],
      );
      await command('shareDecision', { ...shared, decision: { ...shared.decision, private: true } });
      assert.match((await decisionsText()) ?? '', /"kind":"status"/);
    });

    it('a decision whose words are gone, until it is tied to others', async () => {
      const edit = new vscode.WorkspaceEdit();
      const start = document.getText().indexOf('“We have waited');
      const end = document.getText().indexOf('“The pier');
      edit.delete(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)));
      await vscode.workspace.applyEdit(edit);
      await becomes(document, ({ decisions }) => decisions[0]?.state === 'orphaned');
      const orphaned = await node();
      assert.match(String(orphaned.decision?.target?.exact), /We have waited/);
      select('“The pier is rotten,”');
      await command('moveDecision', orphaned);
      await becomes(document, it => claimWith(it, 'The pier is rotten')?.verification?.status === 'wrong');
      await document.save();
    });
  });

  it('tells of a decision where it stands', async () => {
    await command('markWrong', ...at('We have waited'));
    const [line] = parseDecisions((await decisionsText()) ?? '');
    await command('showDecision', { key: document.uri.toString(), decision: line?.decision });
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.getText(editor.selection) ?? '', /^“We have waited long enough,”$/);
  });

  it('offers at the cursor what fits there', async () => {
    const titles = async (words: string, chosen = words) => {
      const start = document.getText().indexOf(words);
      const range = new vscode.Range(document.positionAt(start), document.positionAt(start + chosen.length));
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        vscode.CodeActionKind.RefactorRewrite.append('sourcelight').value,
      );
      return actions.map(({ title }) => title);
    };
    const onClaim = await titles('We have waited', '');
    for (const title of ['Not a Claim', 'Not a Quote', 'Other Source…', 'Mark as Wrong']) {
      assert.ok(onClaim.includes(title), `${title} in ${onClaim.join()}`);
    }
    assert.ok(!onClaim.includes('Add as a Source'));
    assert.ok((await titles('a school')).includes('Add as a Source'));
    assert.deepEqual(await titles('one shop', ''), []);
  });

  it('works in an untitled article, in memory', async () => {
    document = await show(ARTICLE);
    await analysisOf(document);
    await command('notClaim', ...at('We have waited'));
    await becomes(document, analysis => !claimWith(analysis, 'We have waited'));
    assert.equal(await decisionsText(), undefined);
  });

  /** An article’s key and a place in it, as commands take them. */
  function at(words: string, part = words): [string, { start: number; end: number }] {
    const start = document.getText().indexOf(words) + words.indexOf(part) + 1;
    return [document.uri.toString(), { start, end: start }];
  }

  /** Puts the cursor into words, or selects a part of them. */
  function select(words: string, part = words): void {
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const start = document.getText().indexOf(words) + words.indexOf(part);
    assert.ok(start >= 0, words);
    const end = start + part.length;
    editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(end));
  }

  function wordsAt({ start, end }: { readonly start: number; readonly end: number }): string {
    return document.getText().slice(start, end);
  }

  function claimWith({ attributions }: Analysis, words: string): Attribution | undefined {
    return attributions.find(({ content }) => content.map(wordsAt).join(' ').includes(words));
  }
});

function sourceOf({ actors }: Analysis, claim: Attribution | undefined): Actor | undefined {
  return actors.find(({ id }) => id === claim?.source?.actor);
}

function actorNamed(actors: readonly Actor[], name: string): Actor | undefined {
  return actors.find(actor => actor.name.includes(name));
}

async function analysisOf({ uri }: vscode.TextDocument): Promise<Analysis> {
  const analysis = await (await api()).analysisOf(uri);
  assert.ok(analysis);
  return analysis;
}

/** The analysis, once it is as expected. */
async function becomes(
  document: vscode.TextDocument,
  isExpected: (analysis: Analysis) => boolean,
): Promise<Analysis> {
  for (let waited = 0; waited < 5000; waited += 50) {
    const analysis = await analysisOf(document);
    if (isExpected(analysis)) return analysis;
    await pause(50);
  }
  const { attributions, actors, decisions } = await analysisOf(document);
  assert.fail(JSON.stringify({ attributions, actors: actors.map(({ name }) => name), decisions }));
}
