import assert from 'node:assert/strict';
import { manifest, sourceFiles } from './support';

const { commands, menus, keybindings = [] } = manifest.contributes;
const palette = new Map((menus.commandPalette ?? []).map(({ command, when }) => [command, when]));
const items = Object.entries(menus).flatMap(([menu, entries]) => entries.map(entry => ({ menu, ...entry })));

/** The commands that an item of a tree runs on Enter, or a link in a card, which the keyboard reaches too. */
const onEnter = commandsInCode(/command: ([A-Z_]+),/g);
const linked = commandsInCode(/(?:commandLink|link)\([^()]*?([A-Z][A-Z_]+)/g);

describe('from the keyboard', () => {
  for (const { command } of commands) {
    it(`${command} can be run`, () => {
      const ways = [
        ...(palette.get(command) === 'false' ? [] : ['palette']),
        ...(keybindings.some(it => it.command === command) ? ['key'] : []),
        ...(onEnter.has(command) || linked.has(command) ? ['Enter'] : []),
        // A button on an item can be pressed by the mouse alone; the item's menu opens with Shift+F10.
        ...items.filter(it => it.command === command && !isButton(it)).map(({ menu }) => menu),
      ];
      assert.ok(ways.length > 0);
    });
  }

  it('every button on an item of a tree is in the item’s menu too, or in the palette', () => {
    const buttons = items.filter(isButton);
    assert.ok(buttons.length > 0);
    for (const { command, when } of buttons) {
      const inMenu = items.some(
        it => it.command === command && it.menu === 'view/item/context' && !isButton(it),
      );
      assert.ok(inMenu || palette.get(command) !== 'false', `${command}: ${when}`);
    }
  });

  it('no key is taken without a condition', () => {
    for (const { key, when } of keybindings) assert.match(when ?? '', /sourcelight\./, key);
  });
});

function isButton({ menu, group }: { readonly menu: string; readonly group?: string }): boolean {
  return menu === 'view/item/context' && (group?.startsWith('inline') ?? false);
}

/** The commands behind constants that stand in the code where a pattern finds them. */
function commandsInCode(pattern: RegExp): ReadonlySet<string> {
  const text = sourceFiles('src', 'editor')
    .map(({ contents }) => contents)
    .join('\n');
  const constants = new Map(
    [...text.matchAll(/const ([A-Z_]+) = '(sourcelight\.\w+)';/g)].map(([, name, id]) => [name, id]),
  );
  return new Set([...text.matchAll(pattern)].flatMap(([, name]) => constants.get(name) ?? []));
}
