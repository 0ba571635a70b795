import * as assert from 'node:assert/strict';
import { MARK_STYLES } from '../../src/editor/decorations';

describe('the marks in the text', () => {
  it('differ by their lines, not by colour alone', () => {
    const lines = Object.values(MARK_STYLES).map(
      ({ borderWidth, borderStyle }) => `${borderWidth} ${borderStyle}`,
    );
    assert.equal(new Set(lines).size, lines.length);
    assert.ok(lines.every(line => !line.includes('undefined')));
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
