import * as assert from 'node:assert/strict';
import { HIGH_CONTRAST_MARK_STYLES, MARK_STYLES } from '../../src/editor/decorations';

describe('the marks in the text', () => {
  for (const [theme, styles] of [
    ['', MARK_STYLES],
    [' in high contrast themes', HIGH_CONTRAST_MARK_STYLES],
  ] as const) {
    it(`differ by their lines, not by colour alone${theme}`, () => {
      const lines = Object.values(styles).map(
        ({ borderWidth, borderStyle }) => `${borderWidth} ${borderStyle}`,
      );
      assert.equal(new Set(lines).size, lines.length);
      assert.ok(lines.every(line => !line.includes('undefined')));
    });
  }

  it('have a line that is not below the words in high contrast themes, where a diagnostic covers that', () => {
    for (const [kind, { borderWidth = '' }] of Object.entries(HIGH_CONTRAST_MARK_STYLES)) {
      assert.doesNotMatch(borderWidth, /^0 0 \dpx 0$/, kind);
    }
  });

  it('stand in the overview ruler, but for the cues and what is left out', () => {
    const inRuler = Object.entries(MARK_STYLES).filter(([, style]) => style.overviewRulerColor !== undefined);
    assert.deepEqual(
      inRuler.map(([kind]) => kind),
      Object.keys(MARK_STYLES).filter(kind => kind !== 'cue' && kind !== 'leftOut'),
    );
  });

  it('name their colours by theme colours only', () => {
    for (const [kind, style] of Object.entries(MARK_STYLES)) {
      for (const color of [style.color, style.borderColor, style.backgroundColor, style.overviewRulerColor]) {
        assert.notEqual(typeof color, 'string', kind);
      }
    }
  });
});
