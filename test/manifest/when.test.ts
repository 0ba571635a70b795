import assert from 'node:assert/strict';
import { manifest, sourceFiles } from './support';

const {
  commands,
  configuration,
  keybindings = [],
  menus,
  submenus = [],
  views,
  viewsWelcome,
} = manifest.contributes;

/** Context keys of VS Code that our clauses use. */
const OF_VSCODE = new Set([
  'activeWebviewPanelId',
  'editorFocus',
  'editorHasSelection',
  'editorIsOpen',
  'editorLangId',
  'editorReadonly',
  'editorTextFocus',
  'explorerResourceIsFolder',
  'focusedView',
  'inputFocus',
  'isWeb',
  'resourceExtname',
  'resourceLangId',
  'resourceScheme',
  'textInputFocus',
  'view',
  'viewItem',
]);

const clauses = [
  ...Object.values(menus).flat(),
  ...Object.values(views).flat(),
  ...viewsWelcome,
  ...keybindings,
  ...commands.map(({ enablement }) => ({ when: enablement })),
  ...manifest.contributes.languageModelTools,
].flatMap(({ when }) => when ?? []);

/** The keys of a clause: what is neither compared with, nor a regular expression. */
function keysOf(clause: string): string[] {
  return clause
    .replaceAll(/'[^']*'|=~\s*\/(?:\\.|[^/])*\/\w*|(?:==|!=|\bin\b)\s*[\w.-]+/g, ' ')
    .split(/[^\w.:-]+/)
    .filter(key => key !== '' && !/^(?:true|false|not|in|\d+)$/.test(key));
}

const code = sourceFiles('src', 'editor')
  .map(({ contents }) => contents)
  .join('\n');
/** Set by name, or as an option of a tree. */
const isSet = (key: string) =>
  code.includes(`'${key}'`) ||
  [...code.matchAll(/name: '(\w+)',\n\s+defaults: \{([^}]*)\}/g)].some(
    ([, tree, defaults]) =>
      key.startsWith(`sourcelight.${tree}.`) && optionsOf(defaults ?? '').has(key.split('.')[2] ?? ''),
  );

/** The names in an object's literal, those of a constant that is spread into it as well. */
function optionsOf(literal: string): Set<string> {
  const spread = [...literal.matchAll(/\.\.\.(\w+)/g)].map(
    ([, constant]) => new RegExp(`const ${constant}\\b[^=]*= \\{([^}]*)\\}`).exec(code)?.[1] ?? '',
  );
  return new Set(
    [literal, ...spread].flatMap(it => [...it.matchAll(/(\w+):/g)].map(([, name]) => name ?? '')),
  );
}

describe('the conditions of the manifest', () => {
  it('are read as VS Code reads them', () => {
    assert.deepEqual(
      keysOf("view == sourcelight.checks && viewItem =~ /^(check|rule)$/ && !a.b || c != 'd e'"),
      ['view', 'viewItem', 'a.b', 'c'],
    );
  });

  for (const key of new Set(clauses.flatMap(keysOf))) {
    it(`know the key ${key}`, () => {
      if (key.startsWith('config.')) assert.ok(configuration.properties[key.slice('config.'.length)], key);
      else if (key.startsWith('sourcelight.')) assert.ok(isSet(key), 'is never set');
      else assert.ok(OF_VSCODE.has(key), 'is not a key of VS Code that is known here');
    });
  }

  it('name views that there are', () => {
    const known = new Set(Object.values(views).flatMap(list => list.map(({ id }) => id)));
    const named = clauses.flatMap(clause => [...clause.matchAll(/\b(?:view|focusedView) == '?([\w.]+)'?/g)]);
    assert.ok(named.length > 0);
    for (const [, view = ''] of named) assert.ok(known.has(view), view);
  });

  it('open submenus that there are', () => {
    const known = new Set(submenus.map(({ id }) => id));
    for (const { submenu } of Object.values(menus).flat()) {
      if (submenu !== undefined) assert.ok(known.has(submenu), submenu);
    }
  });
});
