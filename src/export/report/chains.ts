import { graphlib, layout } from '@dagrejs/dagre';
import { shortened } from '../shortened';
import { tableAlternative } from './drawing';
import { html, type Markup } from './html';
import type { Passing, ReportModel } from './model';
import { nameOf } from './voices';
import type { ReportWords } from './words';

/** More arrows than these make no drawing that can be read. */
const MOST_ARROWS = 24;
const NAME_LENGTH = 30;
/** Estimates of how wide text is drawn, in CSS pixels. */
const CHARACTER = 7.5;
const PADDING = 24;
const NODE_HEIGHT = 34;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Who reported whom: a graph of the actors, or a sentence where nobody passed anything on. */
export function drawChains({ passings, passers }: ReportModel, words: ReportWords): Markup {
  if (passings.length === 0) return html`<p>${words.noChains}</p>`;
  const drawn = passings.slice(0, MOST_ARROWS);
  const name = (id: string) => nameOf(passers.get(id) ?? { name: '', naming: 'nobody' }, words);
  const naming = (id: string) => passers.get(id)?.naming ?? 'nobody';
  const graph = layoutOf(drawn, name);
  const { width, height } = graph;
  return html`<p class="how">${words.chainsHow}</p>
    ${passings.length > drawn.length ? html`<p>${words.chainsLeftOut(drawn.length, passings.length)}</p>` : undefined}
    <div class="scroll" tabindex="0" role="group" aria-label="${words.chains}">
      <svg
        class="graph"
        role="img"
        aria-labelledby="graph graph-more"
        width="${width}"
        height="${height}"
        viewBox="0 0 ${width} ${height}"
      >
        <title id="graph">${words.chains}</title>
        <desc id="graph-more">
          ${drawn.map(({ from, to, claims }) => words.chain(name(to), name(from), claims.length)).join('; ')}
        </desc>
        ${graph.arrows.map(
          ({ path, at, claims }) =>
            html`<path class="arrow" d="${path}" marker-end="url(#arrow)" />
              <text class="many" x="${at.x}" y="${at.y}" text-anchor="middle">${words.number(claims)}</text>`,
        )}
        ${graph.nodes.map(
          ({ id, at, width }) =>
            html`<rect
                class="node node-${naming(id)}"
                x="${Math.round(at.x - width / 2)}"
                y="${Math.round(at.y - NODE_HEIGHT / 2)}"
                width="${Math.round(width)}"
                height="${NODE_HEIGHT}"
                rx="${naming(id) === 'named' ? 4 : 17}"
              />
              <text x="${Math.round(at.x)}" y="${Math.round(at.y + 4.5)}" text-anchor="middle">
                ${shortened(name(id), NAME_LENGTH)}
              </text>`,
        )}
      </svg>
    </div>
    ${tableAlternative(
      words.asTable(words.chains),
      [words.source, words.passedOnBy, words.claimsHead],
      passings.map(({ from, to, claims }) => [
        name(from),
        name(to),
        claims.map(
          ({ claim, number }) =>
            html`<a href="#claim-${claim.id}" aria-label="${words.claimNumber(number)}"
              >${words.number(number)}</a
            > `,
        ),
      ]),
    )}`;
}

function layoutOf(passings: readonly Passing[], name: (id: string) => string) {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 20, ranksep: 70, marginx: 4, marginy: 4 });
  const ids = new Set(passings.flatMap(({ from, to }) => [from, to]));
  for (const id of ids) {
    const width = shortened(name(id), NAME_LENGTH).length * CHARACTER + PADDING;
    graph.setNode(id, { width, height: NODE_HEIGHT });
  }
  for (const { from, to } of passings) graph.setEdge(from, to, { width: 24, height: 16, labelpos: 'c' });
  layout(graph);
  const size = graph.graph() as { width?: number; height?: number };
  return {
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    nodes: [...ids].map(id => {
      const { x, y, width } = graph.node(id) as Point & { width: number };
      return { id, at: { x, y }, width };
    }),
    arrows: passings.map(({ from, to, claims }) => {
      const { x, y, points } = graph.edge(from, to) as Point & { points: Point[] };
      const path = `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
      return { path, at: { x: Math.round(x), y: Math.round(y - 6) }, claims: claims.length };
    }),
  };
}
