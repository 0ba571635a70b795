import type { Analysis } from '../analysis/contract';
import { redact, sourceNamed, type Redacted, type RedactionForm } from './redact';

/** Whose names to leave out of what is printed, and how. */
export interface RedactionOptions {
  readonly redact: readonly string[];
  readonly redactAs: RedactionForm;
}

/** Leaves names out of one article after the other, and knows which of them none of the articles had. */
export class Redaction {
  readonly #unseen: Set<string>;

  constructor(private readonly options: RedactionOptions) {
    this.#unseen = new Set(options.redact);
  }

  /** Of each name that no article had so far, a sentence: it may be misspelt, and the right one in what was printed. */
  get complaints(): readonly string[] {
    return [...this.#unseen].map(name => `no article names “${name}”, so it was not left out`);
  }

  /** An article as it is to be printed. A name that is no source's is left out of its words all the same. */
  of(analysis: Analysis, text: string): Redacted {
    const { redact: names, redactAs } = this.options;
    const sources = names.map(name => sourceNamed(analysis, name));
    for (const name of this.#unseen) {
      const isThere = !sources.includes(name) || redact(analysis, text, [name], redactAs).text !== text;
      if (isThere) this.#unseen.delete(name);
    }
    return redact(analysis, text, sources, redactAs);
  }
}
