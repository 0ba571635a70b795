/** Feature buckets of each stage; a power of two. */
export const bucketBits = 17;
const mask = (1 << bucketBits) - 1;

/** Mixes a value into a hash (the finaliser of MurmurHash3, shortened). */
function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** One seed for each template, so that equal values of two templates fall into different buckets. */
const seeds = Int32Array.from({ length: 256 }, (_, template) => mix(0x9e3779b9, template));

/**
 * The features of a run of tokens, as integers: a feature is the hash of its template and values, taken modulo the
 * number of buckets. Templates are added one after the other, each for all tokens at once, and are told apart by their
 * order: any change in it needs new weights. Each value is a column with one number for each token.
 */
export class FeatureRows {
  /** Row `token`, column `template`. */
  readonly ids: Int32Array;
  #template = 0;
  #seed: number;

  constructor(
    private readonly length: number,
    private readonly templates: number,
    private readonly firstTemplate: number,
  ) {
    this.ids = new Int32Array(length * templates);
    this.#seed = seeds[firstTemplate]!;
  }

  /** The next template has this as its first value, the same for every token. */
  given(value: number): this {
    this.#seed = mix(this.#seed, value);
    return this;
  }

  put1(a: Int32Array): void {
    const { ids, length, templates } = this;
    const seed = this.#seed;
    for (let token = 0, id = this.#template; token < length; token++, id += templates)
      ids[id] = mix(seed, a[token]!) & mask;
    this.#next();
  }

  put2(a: Int32Array, b: Int32Array): void {
    const { ids, length, templates } = this;
    const seed = this.#seed;
    for (let token = 0, id = this.#template; token < length; token++, id += templates)
      ids[id] = mix(mix(seed, a[token]!), b[token]!) & mask;
    this.#next();
  }

  put3(a: Int32Array, b: Int32Array, c: Int32Array): void {
    const { ids, length, templates } = this;
    const seed = this.#seed;
    for (let token = 0, id = this.#template; token < length; token++, id += templates)
      ids[id] = mix(mix(mix(seed, a[token]!), b[token]!), c[token]!) & mask;
    this.#next();
  }

  #next(): void {
    this.#template++;
    this.#seed = seeds[this.firstTemplate + this.#template]!;
  }
}
