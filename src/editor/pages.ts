/** A view asks for all children of a node at once; more than these would make it slow. */
const PAGE = 300;

/** How many children of each node of a tree are shown. */
export class Pages<Parent> {
  readonly #pages = new Map<Parent, number>();

  /** The children that are shown, and how many are left. */
  of<T>(parent: Parent, all: readonly T[]): { readonly shown: T[]; readonly left: number } {
    const shown = all.slice(0, this.#count(parent) * PAGE);
    return { shown, left: all.length - shown.length };
  }

  showMore(parent: Parent): void {
    this.#pages.set(parent, this.#count(parent) + 1);
  }

  /** Makes the child at an index one of those that are shown; tells whether that changed anything. */
  makeShown(parent: Parent, index: number): boolean {
    const page = Math.floor(index / PAGE) + 1;
    if (page <= this.#count(parent)) return false;
    this.#pages.set(parent, page);
    return true;
  }

  #count(parent: Parent): number {
    return this.#pages.get(parent) ?? 1;
  }
}
