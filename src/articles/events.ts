import { STRETCH } from './yielding';

/** Structurally the same as VS Code's `Disposable`. */
export interface Disposable {
  dispose(): void;
}

/** Structurally the same as VS Code's `Event`, without its optional arguments. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

export class Emitter<T> implements Disposable {
  readonly #listeners = new Set<(value: T) => void>();

  readonly event: Event<T> = listener => {
    const own = (value: T) => {
      listener(value);
    };
    this.#listeners.add(own);
    return { dispose: () => this.#listeners.delete(own) };
  };

  /**
   * Tells everybody; where that takes long, some of them a little later, so that the thread is free in between. What a
   * listener throws is the host's to report, and keeps nobody else from hearing.
   */
  fire(value: T): void {
    this.#tell([...this.#listeners], value);
  }

  #tell(listeners: readonly ((value: T) => void)[], value: T): void {
    const until = performance.now() + STRETCH;
    for (const [index, listener] of listeners.entries()) {
      if (performance.now() > until) {
        setTimeout(() => {
          this.#tell(listeners.slice(index), value);
        }, 0);
        return;
      }
      if (!this.#listeners.has(listener)) continue;
      try {
        listener(value);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
