import { html, type Markup } from './html';

/** A line of a bar in percent of its width. */
export interface Piece {
  readonly className: string;
  readonly from: number;
  readonly to: number;
}

export function pieces(parts: readonly (readonly [className: string, size: number])[]): Piece[] {
  let from = 0;
  return parts.flatMap(([className, size]) => {
    const piece = { className, from, to: from + size };
    from = piece.to;
    return size > 0 ? [piece] : [];
  });
}

export function rect({ className, from, to }: Piece, y: number, height: number): Markup {
  return html`<rect
    class="${className}"
    x="${percent(from)}"
    y="${y}"
    width="${percent(to - from)}"
    height="${height}"
  />`;
}

/** A scale from numbers to percent, from zero to the greatest number that is to be drawn. */
export function percentOf(greatest: number): (value: number) => number {
  return value => (value / Math.max(1, greatest)) * 100;
}

export function percent(value: number): string {
  return `${Number(value.toFixed(2))}%`;
}

/** What tells the classes apart without colour; has to stand once in the page. */
export function patterns(): Markup {
  return html`<svg class="patterns" aria-hidden="true" focusable="false" width="0" height="0">
    <defs>
      ${pattern('mixed', 6, html`<path class="ground" d="M0 0h6v6H0z" /><path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" />`)}
      ${pattern('indirect', 5, html`<path class="ground" d="M0 0h5v5H0z" /><circle cx="2.5" cy="2.5" r="1" />`)}
      ${pattern('individual', 6, html`<path class="ground" d="M0 0h6v6H0z" /><path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" />`)}
      ${pattern('group', 7, html`<path class="ground" d="M0 0h7v7H0z" /><path d="M2 0V7" />`)}
      ${pattern('role', 5, html`<path class="ground" d="M0 0h5v5H0z" /><path d="M0 2.5H5" />`)}
      ${pattern('collective', 5, html`<path class="ground" d="M0 0h5v5H0z" /><circle cx="2.5" cy="2.5" r="1" />`)}
      <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
        <path class="head" d="M0 0 8 4 0 8z" />
      </marker>
    </defs>
  </svg>`;
}

function pattern(name: string, size: number, drawn: Markup): Markup {
  return html`<pattern
    id="pattern-${name}"
    class="of-${name}"
    width="${size}"
    height="${size}"
    patternUnits="userSpaceOnUse"
    >${drawn}</pattern
  >`;
}

export function legend(entries: readonly (readonly [className: string, label: string])[]): Markup {
  return html`<ul class="legend">
    ${entries.map(([className, label]) => html`<li>${swatch(className)} ${label}</li> `)}
  </ul>`;
}

export function swatch(className: string): Markup {
  return html`<svg class="swatch" aria-hidden="true" focusable="false" width="22" height="12">
    <rect class="${className}" x="1" y="1" width="20" height="10" />
  </svg>`;
}

/** The same as a drawing, for who cannot see it or wants the numbers. */
export function tableAlternative(
  summary: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): Markup {
  return html`<details class="table">
    <summary>${summary}</summary>
    <div class="scroll" tabindex="0" role="group" aria-label="${summary}">
      <table>
        <thead>
          <tr>
            ${head.map(cell => html`<th scope="col">${cell}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([first = '', ...cells]) =>
              html`<tr>
                <th scope="row">${first}</th>
                ${cells.map(cell => html`<td>${cell}</td>`)}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

export type Cell = string | Markup | readonly Markup[];
