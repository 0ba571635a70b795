import assert from 'node:assert/strict';
import { manifest, sourceFiles, type ThemeColors } from './support';

type ThemeKind = keyof ThemeColors;

interface Theme {
  readonly kind: ThemeKind;
  readonly background: string;
  /** What may stand on either tint: plain text, a quotation, a cue. */
  readonly text: { readonly plain: string; readonly quotation: string; readonly cue: string };
  /** Below the icons of a tree: the side bar, and a row that is selected while the cursor is in the text. */
  readonly tree: readonly string[];
}

/** Editor colours of the themes that VS Code comes with. */
const THEMES: Record<string, Theme> = {
  'Dark Modern': theme('dark', '#1F1F1F', '#CCCCCC', '#CE9178', '#569CD6', ['#181818', '#37373D']),
  'Dark 2026': theme('dark', '#121314', '#BBBEBF', '#A5D6FF', '#FF7B72', ['#191A1B', '#2C2D2E']),
  'Dark+': theme('dark', '#1E1E1E', '#D4D4D4', '#CE9178', '#569CD6', ['#252526', '#37373D']),
  'Light Modern': theme('light', '#FFFFFF', '#3B3B3B', '#A31515', '#0000FF', ['#F8F8F8', '#E4E6F1']),
  'Light 2026': theme('light', '#FFFFFF', '#202020', '#0A3069', '#CF222E', ['#FAFAFD', '#DADADA99']),
  'Light+': theme('light', '#FFFFFF', '#000000', '#A31515', '#0000FF', ['#F3F3F3', '#E4E6F1']),
  'Dark High Contrast': theme('highContrast', '#000000', '#FFFFFF', '#CE9178', '#569CD6', ['#000000']),
  'Light High Contrast': theme('highContrastLight', '#FFFFFF', '#292929', '#0F4A85', '#0F4A85', [
    '#FFFFFF',
    '#0F4A851A',
  ]),
};

function theme(
  kind: ThemeKind,
  background: string,
  plain: string,
  quotation: string,
  cue: string,
  tree: readonly string[],
): Theme {
  return { kind, background, text: { plain, quotation, cue }, tree };
}

const { colors } = manifest.contributes;
const lines = colors.filter(({ id }) => !id.endsWith('Background'));
const tints = colors.filter(({ id }) => id.endsWith('Background'));

describe('the theme colours', () => {
  it('are declared for every kind of theme', () => {
    for (const { id, defaults } of colors) {
      assert.deepEqual(
        Object.keys(defaults).sort(),
        ['dark', 'highContrast', 'highContrastLight', 'light'],
        id,
      );
      for (const value of Object.values(defaults))
        assert.match(String(value), /^#([0-9A-F]{6}|[0-9A-F]{8})$/, id);
    }
  });

  it('are looked at in every kind of theme', () => {
    assert.deepEqual([...new Set(Object.values(THEMES).map(({ kind }) => kind))].sort(), [
      'dark',
      'highContrast',
      'highContrastLight',
      'light',
    ]);
  });

  it('are all used, and no other is', () => {
    const text = sourceFiles('src', 'editor')
      .map(({ contents }) => contents)
      .join('\n');
    const named = [...text.matchAll(/ThemeColor\('sourcelight\.(\w+)'\)/g)];
    const used = [...text.matchAll(/\b(?:color|line|ruler)\((?:'[^']*', )*'(\w+)'\)/g), ...named].map(
      ([, name]) => `sourcelight.${name}`,
    );
    const declared = new Set(colors.map(({ id }) => id));
    assert.ok(named.length > 0);
    assert.deepEqual([...new Set(used)].sort(), [...declared].sort());
  });

  for (const [name, { kind, background, text, tree }] of Object.entries(THEMES)) {
    const minimum = kind.startsWith('highContrast') ? 7 : 4.5;
    for (const { id, defaults } of tints) {
      for (const [what, color] of Object.entries(text)) {
        it(`leave ${what} text on ${id} in ${name} a contrast of ${minimum}`, () => {
          const contrast = contrastOf(color, over(defaults[kind], background));
          assert.ok(contrast >= minimum, contrast.toFixed(2));
        });
      }
    }
    for (const { id, defaults } of lines) {
      it(`give the line ${id} in ${name} a contrast of 3, on every tint`, () => {
        for (const ground of [background, ...tints.map(tint => over(tint.defaults[kind], background))]) {
          const contrast = contrastOf(defaults[kind], ground);
          assert.ok(contrast >= 3, `${contrast.toFixed(2)} on ${ground}`);
        }
      });

      it(`give an icon of ${id} in a tree in ${name} a contrast of 3`, () => {
        const [sideBar = ''] = tree;
        for (const ground of tree.map(color => over(color, sideBar))) {
          const contrast = contrastOf(defaults[kind], ground);
          assert.ok(contrast >= 3, `${contrast.toFixed(2)} on ${ground}`);
        }
      });
    }
  }
});

/** Colours of words, and not of lines only: what a decoration has as `color`. */
const ofWords = colors.filter(({ id }) =>
  sourceFiles('src', 'editor').some(({ contents }) =>
    contents.includes(`color: color('${id.slice('sourcelight.'.length)}')`),
  ),
);

describe('the words of what is left out', () => {
  for (const [name, { kind, background }] of Object.entries(THEMES)) {
    const minimum = kind.startsWith('highContrast') ? 7 : 4.5;
    it(`have a contrast of ${minimum} in ${name}`, () => {
      assert.ok(ofWords.length > 0);
      for (const { id, defaults } of ofWords) {
        const contrast = contrastOf(defaults[kind], background);
        assert.ok(contrast >= minimum, `${id}: ${contrast.toFixed(2)}`);
      }
    });
  }
});

type Rgb = readonly [number, number, number];

function parse(color: string): Rgb {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16));
  return [r, g, b];
}

/** A colour with transparency laid over an opaque one. */
function over(color: string, ground: string): string {
  const alpha = color.length === 9 ? parseInt(color.slice(7), 16) / 255 : 1;
  const below = parse(ground);
  const mixed = parse(color).map((value, i) => Math.round(value * alpha + (below[i] ?? 0) * (1 - alpha)));
  return `#${mixed.map(value => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast ratio of two opaque colours after WCAG 2.2, 1 to 21. */
function contrastOf(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [r, g, b] = parse(color).map(value => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}
