import assert from 'node:assert/strict';
import { manifest, readJson, readText } from './support';

const { commands, menus, configuration, viewsWelcome } = manifest.contributes;

describe('the manifest', () => {
  it('activates on articles and reports only, never at start-up', () => {
    assert.deepEqual(manifest.activationEvents, [
      'onLanguage:plaintext',
      'onLanguage:markdown',
      'onWebviewPanel:sourcelight.report',
    ]);
  });

  it('supports untrusted and virtual workspaces', () => {
    assert.deepEqual(manifest.capabilities, {
      untrustedWorkspaces: {
        supported: 'limited',
        description: '%untrustedWorkspaces%',
        restrictedConfigurations: ['sourcelight.exclude'],
      },
      virtualWorkspaces: true,
    });
  });

  it('keeps its strings in package.nls.json: none is missing there, and none is left over', () => {
    const used = new Set([...readText('package.json').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key));
    assert.deepEqual([...used].sort(), Object.keys(readJson('package.nls.json') as object).sort());
  });

  it('puts every command into one category', () => {
    assert.deepEqual([...new Set(commands.map(({ category }) => category))], ['%category%']);
  });

  it('hides from the palette what needs arguments', () => {
    const hidden = (menus.commandPalette ?? [])
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    assert.deepEqual(hidden, [
      'sourcelight.showClaim',
      'sourcelight.showActor',
      'sourcelight.showPart',
      'sourcelight.showMoreClaims',
      'sourcelight.restoreCheck',
      'sourcelight.showCheck',
      'sourcelight.showMoreChecks',
      'sourcelight.removeDecision',
      'sourcelight.makeDecisionPrivate',
      'sourcelight.shareDecision',
      'sourcelight.moveDecision',
      'sourcelight.showDecision',
      'sourcelight.showCheckedQuote',
      'sourcelight.showQuoteInFile',
      'sourcelight.closeQuoteCheck',
      'sourcelight.showMoreOfAllArticles',
      'sourcelight.showInItsArticle',
      'sourcelight.splitNameInArticle',
    ]);
  });

  it('gives every button of the view’s title an icon', () => {
    const buttons = (menus['view/title'] ?? []).filter(({ group }) => group?.startsWith('navigation'));
    assert.ok(buttons.length > 0);
    for (const { command } of buttons) {
      assert.ok(commands.find(it => it.command === command)?.icon, command);
    }
  });

  it('offers no command in a menu or a welcome text that it does not have', () => {
    const offered = [
      ...Object.values(menus).flatMap(items => items.flatMap(({ command }) => command ?? [])),
      ...[...readText('package.nls.json').matchAll(/\(command:(sourcelight\.\w+)\)/g)].map(
        ([, command]) => command,
      ),
    ];
    assert.ok(offered.length > 10);
    for (const command of offered) {
      assert.ok(
        commands.some(it => it.command === command),
        command,
      );
    }
  });

  const statesWithText = (view: string) =>
    viewsWelcome
      .filter(welcome => welcome.view === view)
      .flatMap(({ when }) => [...when.matchAll(/'([\w-]+)'/g)].map(([, state]) => state))
      .sort();

  it('has a welcome text for every state in which the tree of claims is empty', () => {
    assert.deepEqual(statesWithText('sourcelight.whoSaidWhat'), [
      'analysing',
      'below-level',
      'empty',
      'excluded',
      'failed',
      'filtered',
      'none',
      'not-english',
      'not-prose',
      'nothing',
      'switched-off',
    ]);
  });

  it('has a welcome text for every state in which the tree of checks is empty', () => {
    assert.deepEqual(statesWithText('sourcelight.checks'), [
      'analysing',
      'failed',
      'left-alone',
      'none',
      'off',
      'pass',
    ]);
  });

  it('gives every button on an item of a tree an icon', () => {
    const buttons = (menus['view/item/context'] ?? []).filter(({ group }) => group?.startsWith('inline'));
    assert.ok(buttons.length > 0);
    for (const { command } of buttons) {
      assert.ok(commands.find(it => it.command === command)?.icon, command);
    }
  });

  const settings = Object.entries(configuration.properties);

  it('has 25 settings at most', () => {
    assert.ok(settings.length > 0 && settings.length <= 25, `${settings.length} settings`);
  });

  for (const [name, setting] of settings) {
    it(`gives ${name} a default, a description, a scope and a place`, () => {
      assert.notEqual(setting.default, undefined);
      assert.match(setting.markdownDescription ?? '', /^%setting\./);
      assert.match(setting.scope ?? '', /^(application|window|resource)$/);
      assert.equal(setting.order, settings.findIndex(([other]) => other === name) + 1);
    });
  }
});
