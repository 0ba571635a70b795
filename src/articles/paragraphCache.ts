import type { ParagraphAnalysis } from '../analysis/paragraph';

/** What was made of an article's paragraphs, by their text; holds no more than the last analysis needed. */
export class ParagraphCache extends Map<string, ParagraphAnalysis> {
  #last = new Map<string, ParagraphAnalysis>();

  override get(text: string): ParagraphAnalysis | undefined {
    const known = super.get(text) ?? this.#last.get(text);
    if (known) this.set(text, known);
    return known;
  }

  /** Forgets every paragraph that was neither looked up nor added since the last call. */
  dropUnused(): void {
    this.#last = new Map(this);
    this.clear();
  }
}
