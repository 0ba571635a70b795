import { html, type Markup } from './html';
import type { ReportModel, Told } from './model';
import type { ReportWords } from './words';

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly told: Told;
}

/** The article's own words, with a number and a mark at each claim and a flag at each check. */
export function drawText({ claims, checks }: ReportModel, text: string, words: ReportWords): Markup {
  const stretches = claims
    .flatMap(told => told.claim.content.map(({ start, end }) => ({ start, end, told })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const anchors = new Map<number, Markup[]>();
  const anchor = (at: number, markup: Markup) => {
    anchors.set(at, [...(anchors.get(at) ?? []), markup]);
  };
  for (const { check, number } of checks) {
    anchor(
      check.span.start,
      html`<span class="flag" id="check-${number}"
        ><span class="unseen">${words.checkNumber(number)} </span
        ><span aria-hidden="true">⚑${words.number(number)}</span></span
      >`,
    );
  }
  for (const { claim, number, span, status } of claims) {
    anchor(
      span.start,
      html`<span class="number" id="claim-${claim.id}"
        ><span class="unseen">${words.claimNumber(number)} </span
        ><span aria-hidden="true">${words.number(number)}</span>${
          status === null ? undefined : html` <span class="status">${words.status[status]}</span>`
        }</span
      >`,
    );
  }
  const cuts = [...new Set([...anchors.keys(), ...stretches.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );

  let cut = 0;
  let next = 0;
  let open: Stretch[] = [];
  const piece = (start: number, end: number) => {
    for (let stretch = stretches[next]; stretch && stretch.start <= start; stretch = stretches[++next])
      open.push(stretch);
    open = open.filter(stretch => stretch.end > start);
    // The innermost began last.
    const kind = open.at(-1)?.told.claim.kind;
    const written = text.slice(start, end);
    const marked =
      kind === undefined ? html`${written}` : html`<mark class="quoted-${kind}">${written}</mark>`;
    return html`${anchors.get(start) ?? []}${marked}`;
  };
  const paragraph = (from: number, to: number) => {
    const parts: Markup[] = [];
    let start = from;
    while ((cuts[cut] ?? to) < from) cut++;
    for (; (cuts[cut] ?? to) < to; cut++) {
      const end = cuts[cut] ?? to;
      if (end > start) parts.push(piece(start, end));
      start = Math.max(start, end);
    }
    if (to > start) parts.push(piece(start, to));
    return html`<p>${parts}</p> `;
  };
  return html`${Array.from(text.matchAll(/[^\r\n]+/g), ({ index, 0: line }) => paragraph(index, index + line.length))}`;
}
