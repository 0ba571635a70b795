import { joinActors, type SourcesOfArticle } from '../../articles/corpus/joinActors';
import { anonymousShare, type ArticleSource } from '../../articles/corpus/sources';
import { clean, count } from '../../export/words';

/** So many of the sources with the most claims are named. */
const NAMED = 10;

interface Timed {
  readonly path: string;
  readonly milliseconds: number;
}

/** What a run over a corpus came to. */
export class Summary {
  readonly #articles: SourcesOfArticle[] = [];
  readonly #leftAlone = new Map<string, number>();
  readonly #failed: { readonly path: string; readonly reason: string }[] = [];
  #claims = 0;
  #anonymous = 0;
  #unattributed = 0;
  #cached = 0;
  #fastest: Timed | null = null;
  #slowest: Timed | null = null;

  get failed(): number {
    return this.#failed.length;
  }

  fail(path: string, reason: string): void {
    this.#failed.push({ path, reason });
  }

  leftAlone(reason: string): void {
    this.#leftAlone.set(reason, (this.#leftAlone.get(reason) ?? 0) + 1);
  }

  finished(path: string, from: 'analysis' | 'cache', milliseconds: number): void {
    if (from === 'cache') {
      this.#cached++;
      return;
    }
    if (!this.#fastest || milliseconds < this.#fastest.milliseconds) this.#fastest = { path, milliseconds };
    if (!this.#slowest || milliseconds > this.#slowest.milliseconds) this.#slowest = { path, milliseconds };
  }

  /** @param anonymous those of the claims that unnamed people and groups make */
  article(path: string, sources: readonly ArticleSource[], claims: number, anonymous: number): void {
    this.#articles.push({ path, sources });
    this.#claims += claims;
    this.#anonymous += anonymous;
    this.#unattributed += claims - sources.reduce((sum, source) => sum + source.claims, 0);
  }

  /** For people; each line with its end. */
  text(): string {
    const actors = joinActors(this.#articles);
    const share = anonymousShare({ anonymous: this.#anonymous, claims: this.#claims });
    const named = actors.filter(({ anonymity }) => !anonymity).slice(0, NAMED);
    const left = [...this.#leftAlone].map(([reason, number]) => `${number} ${LEFT_ALONE[reason] ?? reason}`);
    const time = ({ path, milliseconds }: Timed) => `${clean(path)} (${milliseconds.toFixed(0)} ms)`;
    const failed = [...this.#failed].sort((a, b) => (a.path < b.path ? -1 : 1));
    return [
      `${count(this.#articles.length, 'article')}, ${count(this.#claims, 'claim')} ` +
        `(${this.#unattributed} without a source), ${count(actors.length, 'source')}` +
        (this.#claims === 0 ? '' : `; ${(100 * share).toFixed(0)} % of the claims are anonymous`),
      ...(this.#cached > 0 ? [`From the cache: ${this.#cached}`] : []),
      ...(left.length > 0 ? [`Left alone: ${left.join(', ')}`] : []),
      ...(this.#fastest && this.#slowest
        ? [`Fastest: ${time(this.#fastest)}, slowest: ${time(this.#slowest)}`]
        : []),
      ...(named.length > 0 ? ['Most claims:'] : []),
      ...named.map(
        ({ name, claims, articles }) =>
          `  ${clean(name)}: ${count(claims, 'claim')} in ${count(articles, 'article')}`,
      ),
      ...(failed.length > 0
        ? ['Failed:', ...failed.map(({ path, reason }) => `  ${clean(`${path}: ${reason}`)}`)]
        : []),
      '',
    ].join('\n');
  }
}

const LEFT_ALONE: Readonly<Record<string, string>> = {
  empty: 'empty',
  'not-prose': 'no news article',
  'not-english': 'not in English',
};
