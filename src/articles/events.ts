import { STRETCH } from './yielding';

/** Structurally the same as VS Code's `Disposable`. */
export interface Disposable {
  dispose(): void;
}

/** Structurally the same as VS Code's `Event`, without its optional arguments. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

export class Emitter<T> implements Disposable {
  readonly #listeners = new Set<(value: T) => void>();
  /** What has not been told yet, and what is being told. */
  readonly #untold: { listener: (value: T) => void; value: T }[] = [];

  readonly event: Event<T> = listener => {
    const own = (value: T) => {
      listener(value);
    };
    this.#listeners.add(own);
    return { dispose: () => this.#listeners.delete(own) };
  };

  /**
   * Tells everybody, in the order of the calls; where that takes long, some of them a little later, so that the thread
   * is free in between. What a listener throws is the host's to report, and keeps nobody else from hearing.
   */
  fire(value: T): void {
    const isTelling = this.#untold.length > 0;
    for (const listener of this.#listeners) this.#untold.push({ listener, value });
    if (!isTelling) this.#tell();
  }

  #tell(): void {
    const until = performance.now() + STRETCH;
    for (let next = this.#untold[0]; next !== undefined; next = this.#untold[0]) {
      if (performance.now() > until) {
        setTimeout(() => {
          this.#tell();
        }, 0);
        return;
      }
      try {
        if (this.#listeners.has(next.listener)) next.listener(next.value);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
      this.#untold.shift();
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
