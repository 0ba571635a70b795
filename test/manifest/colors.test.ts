import assert from 'node:assert/strict';
import { manifest, type ThemeColors } from './support';

type ThemeKind = keyof ThemeColors;

interface Theme {
  readonly kind: ThemeKind;
  readonly background: string;
  /** What may stand on either tint: plain text, a quotation, a cue. */
  readonly text: { readonly plain: string; readonly quotation: string; readonly cue: string };
}

/** Editor colours of the themes that VS Code comes with. */
const THEMES: Record<string, Theme> = {
  'Dark Modern': theme('dark', '#1F1F1F', '#CCCCCC', '#CE9178', '#569CD6'),
  'Dark 2026': theme('dark', '#121314', '#BBBEBF', '#A5D6FF', '#FF7B72'),
  'Dark+': theme('dark', '#1E1E1E', '#D4D4D4', '#CE9178', '#569CD6'),
  'Light Modern': theme('light', '#FFFFFF', '#3B3B3B', '#A31515', '#0000FF'),
  'Light 2026': theme('light', '#FFFFFF', '#202020', '#0A3069', '#CF222E'),
  'Light+': theme('light', '#FFFFFF', '#000000', '#A31515', '#0000FF'),
  'Dark High Contrast': theme('highContrast', '#000000', '#FFFFFF', '#CE9178', '#569CD6'),
  'Light High Contrast': theme('highContrastLight', '#FFFFFF', '#292929', '#0F4A85', '#0F4A85'),
};

function theme(kind: ThemeKind, background: string, plain: string, quotation: string, cue: string): Theme {
  return { kind, background, text: { plain, quotation, cue } };
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

  for (const [name, { kind, background, text }] of Object.entries(THEMES)) {
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
    }
  }
});

/** Colours of words, and not of lines only. */
const ofWords = colors.filter(({ id }) => id === 'sourcelight.leftOut');

describe('the words of what is left out', () => {
  for (const [name, { kind, background }] of Object.entries(THEMES)) {
    const minimum = kind.startsWith('highContrast') ? 7 : 4.5;
    it(`have a contrast of ${minimum} in ${name}`, () => {
      assert.equal(ofWords.length, 1);
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
