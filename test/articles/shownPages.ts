import type { Span } from '../../src/analysis/contract';
import { flatSpans } from '../../src/articles/flatSpans';
import { MarkPages } from '../../src/articles/markPages';
import { marksBy, type Marks } from '../../src/articles/marks';
import { shiftSpan, type TextEdit } from '../../src/articles/shift';

/** What an editor shows that sets what it is told to, and moves it along with edits. */
export class ShownPages {
  readonly pages = new MarkPages();
  readonly #set = new Map<string, readonly Span[]>();
  sets = 0;

  edit(edit: TextEdit): void {
    this.pages.edited([edit]);
    for (const [key, spans] of this.#set)
      this.#set.set(
        key,
        spans.map(span => shiftSpan(span, edit)),
      );
  }

  flush(near = 0): void {
    for (let next = this.pages.next(near); next; next = this.pages.next(near)) {
      this.#set.set(`${next.kind}/${next.page}`, next.spans);
      this.sets++;
    }
  }

  get marks(): Marks {
    return marksBy(kind =>
      inOrder(
        [...this.#set]
          .flatMap(([key, spans]) => (key.startsWith(`${kind}/`) ? spans : []))
          .filter(({ start, end }) => start < end),
      ),
    );
  }
}

export const inOrder = (spans: Span[]) => flatSpans(spans.sort((a, b) => a.start - b.start || a.end - b.end));
