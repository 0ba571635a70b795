/** A view asks for all children of a node at once; more than these would make it slow. */
const PAGE = 300;

/** How many children of each node of a tree are shown, by the nodes' ids: so it holds for the tree that is made next. */
export class Pages {
  readonly #asked = new Map<string, number>();
  readonly #reached = new Map<string, number>();

  /** The children that are shown, and how many are left. */
  of<T>(parent: string, all: readonly T[]): { readonly shown: T[]; readonly left: number } {
    const shown = all.slice(0, this.#count(parent) * PAGE);
    return { shown, left: all.length - shown.length };
  }

  showMore(parent: string): void {
    this.#asked.set(parent, this.#count(parent) + 1);
  }

  /** Makes the child at an index one of those that are shown; tells whether that changed anything. */
  makeShown(parent: string, index: number): boolean {
    const page = Math.floor(index / PAGE) + 1;
    if (page <= this.#count(parent)) return false;
    this.#reached.set(parent, page);
    return true;
  }

  /** Leaves only what was asked for: once the cursor has been everywhere, all children would be shown for good. */
  foldUp(): void {
    this.#reached.clear();
  }

  #count(parent: string): number {
    return Math.max(this.#asked.get(parent) ?? 1, this.#reached.get(parent) ?? 1);
  }
}
