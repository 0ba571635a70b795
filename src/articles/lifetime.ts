/**
 * Something that ends once, and those who wait for more from it until then. A `Promise.race` with a promise of the end
 * would hold on to all that ever waited, and to what came of it.
 */
export class Lifetime {
  /** Resolves at the end, before those who wait learn of it. */
  readonly over: Promise<void>;
  #error: Error | null = null;
  #close: () => void = () => undefined;
  readonly #waiting = new Set<(error: Error) => void>();

  constructor() {
    this.over = new Promise(resolve => (this.#close = resolve));
  }

  /**
   * @returns what comes of the work
   * @throws the error of the end where that comes first
   */
  during<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#error) reject(this.#error);
      else this.#waiting.add(reject);
      work.finally(() => this.#waiting.delete(reject)).then(resolve, reject);
    });
  }

  /** Only the first end counts. */
  end(error: Error): void {
    if (this.#error) return;
    this.#error = error;
    this.#close();
    for (const reject of this.#waiting) reject(error);
    this.#waiting.clear();
  }
}
