/** Items as the bytes of their JSON, one behind the other, and where each piece ends. */
export interface PackedItems {
  readonly bytes: Uint8Array;
  readonly ends: Int32Array;
}

/**
 * Findings as the bytes of their JSON. Thousands of them cross to the editor's thread without being read there, and
 * leave nothing to V8's collector of garbage until one is asked for.
 */
export class Packed<T> {
  readonly length: number;

  private constructor(
    private readonly read: (nth: number) => T,
    /** Of the items there are, the first, */
    private readonly from: number,
    /** and the one behind the last. */
    private readonly to: number,
  ) {
    this.length = to - from;
  }

  /** @param apart as the packer was told */
  static of<T>({ bytes, ends }: PackedItems, apart: string | null = null): Packed<T> {
    const decoder = new TextDecoder();
    const known = new Map<number, T>();
    const pieces = apart === null ? 1 : 2;
    const parse = (piece: number): unknown =>
      JSON.parse(decoder.decode(bytes.subarray(ends[piece - 1] ?? 0, ends[piece])));
    const read = (nth: number) => {
      let item = known.get(nth);
      if (item === undefined) {
        item = parse(pieces * nth) as T;
        if (apart !== null) readWhenAskedFor(item as object, apart, () => parse(pieces * nth + 1));
        known.set(nth, item);
      }
      return item;
    };
    return new Packed(read, 0, ends.length / pieces);
  }

  /** The same object each time. */
  at(index: number): T | undefined {
    return index >= 0 && index < this.length ? this.read(this.from + index) : undefined;
  }

  slice(from: number, to: number): Packed<T> {
    const place = (index: number) => Math.min(this.from + index, this.to);
    return new Packed(this.read, place(from), place(to));
  }
}

/** In its place among the others, so that the item's JSON is the same. */
function readWhenAskedFor(item: object, property: string, read: () => unknown): void {
  Object.defineProperty(item, property, {
    enumerable: true,
    configurable: true,
    get() {
      const value = read();
      Object.defineProperty(item, property, { value });
      return value;
    },
  });
}

/** Puts items into bytes. */
export class Packer {
  readonly #encoder = new TextEncoder();
  readonly #ends: number[] = [];
  #bytes = new Uint8Array(1 << 12);
  #end = 0;

  /** @param apart a property that each item has, and that is read by itself when it is asked for */
  constructor(private readonly apart: string | null = null) {}

  add(item: object): void {
    const { apart } = this;
    if (apart === null) this.#put(item);
    else {
      this.#put({ ...item, [apart]: null });
      this.#put((item as Record<string, unknown>)[apart]);
    }
  }

  #put(piece: unknown): void {
    const json = JSON.stringify(piece);
    // In UTF-8, three bytes are the most for a code unit.
    const most = this.#end + 3 * json.length;
    if (most > this.#bytes.length) {
      const larger = new Uint8Array(2 * most);
      larger.set(this.#bytes.subarray(0, this.#end));
      this.#bytes = larger;
    }
    this.#end += this.#encoder.encodeInto(json, this.#bytes.subarray(this.#end)).written;
    this.#ends.push(this.#end);
  }

  finish(): PackedItems {
    return { bytes: this.#bytes.slice(0, this.#end), ends: Int32Array.from(this.#ends) };
  }
}
