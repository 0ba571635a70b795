/**
 * Findings as the bytes of their JSON, one behind the other. Thousands of them cross to the editor's thread without
 * being read there, and leave nothing to V8's collector of garbage until one is asked for.
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

  /** @param ends where each item ends in the bytes */
  static of<T>(bytes: Uint8Array, ends: Int32Array): Packed<T> {
    const decoder = new TextDecoder();
    const known = new Map<number, T>();
    const read = (nth: number) => {
      const item =
        known.get(nth) ?? (JSON.parse(decoder.decode(bytes.subarray(ends[nth - 1] ?? 0, ends[nth]))) as T);
      known.set(nth, item);
      return item;
    };
    return new Packed(read, 0, ends.length);
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

/** Puts items into bytes. */
export class Packer {
  readonly #encoder = new TextEncoder();
  readonly #ends: number[] = [];
  #bytes = new Uint8Array(1 << 16);
  #end = 0;

  add(item: unknown): void {
    const json = JSON.stringify(item);
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

  /** The bytes, and where each item ends in them. */
  finish(): { readonly bytes: Uint8Array; readonly ends: Int32Array } {
    return { bytes: this.#bytes.slice(0, this.#end), ends: Int32Array.from(this.#ends) };
  }
}
