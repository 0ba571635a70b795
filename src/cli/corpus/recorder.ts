import type { CorpusEvent } from '../../articles/corpus/run';
import type { Journal } from './journal';
import type { Progress } from './progress';
import type { Summary } from './summary';

/** Puts down what comes of each article of a run, and tells the user. */
export class Recorder<T> {
  readonly #whole: string[] = [];
  #done = 0;
  #isCacheOfUse = true;

  constructor(
    private readonly journal: Journal<T>,
    private readonly summary: Summary,
    private readonly progress: Progress,
  ) {}

  /** Paths of the articles that the journal has, in order. */
  get whole(): readonly string[] {
    return this.#whole.toSorted();
  }

  get isCacheOfUse(): boolean {
    return this.#isCacheOfUse;
  }

  async take(event: CorpusEvent<T>): Promise<void> {
    switch (event.type) {
      case 'uncached':
        this.#isCacheOfUse = false;
        this.progress.say(`the cache is not used from here on: ${event.reason}`);
        return;
      case 'notice':
        this.progress.say(`${event.file.path}: ${event.problem}`);
        return;
      case 'failed':
        this.progress.say(`${event.file.path}: ${event.reason}`);
        this.summary.fail(event.file.path, event.reason);
        break;
      case 'finished':
        await this.journal.add({ path: event.file.path, key: event.key, outcome: event.outcome });
        this.summary.finished(event.file.path, event.from, event.milliseconds);
        this.#whole.push(event.file.path);
        break;
      case 'resumed':
        this.#whole.push(event.file.path);
        break;
    }
    this.progress.update(++this.#done, this.summary.failed);
  }
}
