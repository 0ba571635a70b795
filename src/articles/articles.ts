import type { Span } from '../analysis/contract';
import { Article, EditedArticle } from './article';
import { WorkerDiedError, type AnalysisClient, type Onlooker, type Taken } from './client';
import type { Decision } from './decisions/decision';
import type { JudgeReason } from './eligibility';
import { Emitter, type Disposable } from './events';
import type { ArticleDocument, Choice, Clock, Log } from './host';
import { KeptText, type TextChange } from './keptText';
import type { Level } from './levels';
import { marksAt, movedMarks, type Marks } from './marks';
import { overviewOf } from './overview';
import { addEdit, editOf, shiftThrough, type TextEdit } from './shift';
import type { WordList } from './wordList';

export type LeftAloneReason = JudgeReason | Exclude<Choice, 'judge' | 'always'>;

export type ArticleState =
  /** The first analysis is being made. */
  | { readonly kind: 'analysing' }
  /** `current`: of the text as it is now; otherwise the last analysis, moved along with the edits since. */
  | { readonly kind: 'analysed'; readonly article: Article; readonly current: boolean }
  /** `language`: where that is the reason. */
  | { readonly kind: 'leftAlone'; readonly reason: LeftAloneReason; readonly language: string | null }
  | { readonly kind: 'failed' };

export interface ArticlesOptions {
  readonly client: Pick<AnalysisClient, 'analyse' | 'forget'>;
  /** How long to wait after an edit, in milliseconds; more edits begin the wait anew. */
  readonly pause: () => number;
  /** How much of each analysis to show. */
  readonly level: () => Level;
  /** What the user said about the findings of an article. */
  readonly decisions: (key: string) => readonly Decision[];
  /** The word list of the folder that an article is in. */
  readonly words: (key: string) => WordList | null;
  readonly clock: Clock;
  readonly log: Log;
}

interface Entry {
  readonly document: ArticleDocument;
  readonly text: KeptText;
  state: ArticleState;
  /** The last analysis, with the text it was made from. */
  analysed: Article | null;
  /** Edits that it has not seen, but the analysis that is under way has. */
  heeded: readonly TextEdit[];
  /** Edits after those. */
  edits: readonly TextEdit[];
  /** Those that the last analysis, or the one that is under way, heeds. */
  decisions: readonly Decision[];
  words: WordList | null;
  /** The analysis of the text as it is now was given up. */
  failed: boolean;
  cancelWait: (() => void) | null;
  running: { readonly abort: AbortController; readonly done: Promise<void>; share: number | null } | null;
}

/** What is to be marked in the paragraphs that were edited, before all that the article makes of it is known. */
export interface FoundInEdited {
  readonly key: string;
  /** Where that was looked for. */
  readonly within: Span;
  readonly marks: Marks;
}

/** So many workers may die of one version of a text before it is given up. */
const DEATHS = 2;

/**
 * The articles on display: one analysis for each document version, read by every surface.
 * The last analysis is kept, and moved along with the text, until the next one is there.
 */
export class Articles implements Disposable {
  readonly #entries = new Map<string, Entry>();
  readonly #changed = new Emitter<string>();
  readonly #progressed = new Emitter<string>();
  readonly #foundInEdited = new Emitter<FoundInEdited>();
  readonly #options: ArticlesOptions;

  /** An article's state changed; tells its key. */
  readonly onDidChange = this.#changed.event;

  /** A long analysis went on; tells the article's key. */
  readonly onDidProgress = this.#progressed.event;

  /** What the edited paragraphs themselves tell, in the text as it is now; the article's analysis follows. */
  readonly onDidFindInEdited = this.#foundInEdited.event;

  constructor(options: ArticlesOptions) {
    this.#options = options;
  }

  /** Begins to follow a document and analyses it; does nothing where that was done before. */
  open(document: ArticleDocument): void {
    if (this.#entries.has(document.key)) return;
    const entry: Entry = {
      document,
      text: new KeptText(document),
      state: { kind: 'analysing' },
      analysed: null,
      heeded: [],
      edits: [],
      decisions: [],
      words: null,
      failed: false,
      cancelWait: null,
      running: null,
    };
    this.#entries.set(document.key, entry);
    this.#begin(entry);
  }

  /** The document was edited; the changes apply one after the other. */
  edited(key: string, changes: readonly TextChange[]): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    entry.text.changed(changes);
    for (const change of changes) entry.edits = addEdit(entry.edits, editOf(change));
    if (entry.analysed) entry.state = analysedState(entry, entry.analysed);
    entry.cancelWait?.();
    entry.cancelWait = this.#options.clock.after(this.#options.pause(), () => {
      entry.cancelWait = null;
      this.#begin(entry);
    });
  }

  close(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    entry.cancelWait?.();
    entry.running?.abort.abort();
    this.#options.client.forget(key);
    this.#changed.fire(key);
  }

  /** Decides anew about one article, or all: the user asked for it, or a choice changed. */
  reconsider(key?: string): void {
    for (const entry of this.#entries.values()) {
      if (key === undefined || key === entry.document.key) this.#begin(entry);
    }
  }

  /** Analyses anew, from what is known of their paragraphs, the articles about which the user decided something. */
  decisionsChanged(): void {
    for (const entry of this.#entries.values()) {
      const decisions = this.#options.decisions(entry.document.key);
      if (JSON.stringify(decisions) !== JSON.stringify(entry.decisions)) this.#begin(entry);
    }
  }

  /** Analyses the articles anew whose word list is another one now. */
  wordsChanged(): void {
    for (const entry of this.#entries.values()) {
      const words = this.#options.words(entry.document.key);
      if (JSON.stringify(words) !== JSON.stringify(entry.words)) this.#begin(entry);
    }
  }

  /** Shows the analyses that there are at another level; none is made anew. */
  levelChanged(): void {
    const level = this.#options.level();
    for (const entry of this.#entries.values()) {
      const { analysed } = entry;
      if (!analysed) continue;
      entry.analysed = new Article(analysed.text, analysed.kept, level, overviewOf(analysed));
      this.#show(entry, analysedState(entry, entry.analysed));
    }
  }

  /** Of the articles that are followed, in the order in which they were opened. */
  get keys(): readonly string[] {
    return [...this.#entries.keys()];
  }

  state(key: string): ArticleState | undefined {
    return this.#entries.get(key)?.state;
  }

  /** How much of an article has been analysed, from 0 to 1, where that takes long; null where it does not. */
  progress(key: string): number | null {
    return this.#entries.get(key)?.running?.share ?? null;
  }

  /** Whether the analysis of an article as it is now was given up: what there is of one is older, or of a part. */
  failed(key: string): boolean {
    return this.#entries.get(key)?.failed ?? false;
  }

  /** The state once nothing is under way any more; undefined when the article is not followed, or closed meanwhile. */
  async settled(key: string): Promise<ArticleState | undefined> {
    for (;;) {
      const entry = this.#entries.get(key);
      if (!entry) return undefined;
      if (entry.cancelWait) {
        entry.cancelWait();
        entry.cancelWait = null;
        this.#begin(entry);
      }
      if (!entry.running) return entry.state;
      await entry.running.done;
    }
  }

  dispose(): void {
    for (const entry of this.#entries.values()) {
      entry.cancelWait?.();
      entry.running?.abort.abort();
    }
    this.#entries.clear();
    this.#changed.dispose();
    this.#progressed.dispose();
    this.#foundInEdited.dispose();
  }

  #begin(entry: Entry): void {
    entry.running?.abort.abort();
    entry.running = null;
    entry.failed = false;
    const choice = entry.document.choice();
    if (choice === 'switched-off' || choice === 'excluded') {
      this.#leaveAlone(entry, choice, null);
      return;
    }
    // What was judged to be no article stays that until it is judged anew, or each edit would have it flicker.
    if (!entry.analysed && !(choice === 'judge' && isJudged(entry.state)))
      this.#show(entry, { kind: 'analysing' });
    const abort = new AbortController();
    const done = this.#run(entry, choice === 'judge', abort.signal).finally(() => {
      if (entry.running?.abort === abort) entry.running = null;
    });
    entry.running = { abort, done, share: null };
  }

  async #run(entry: Entry, judge: boolean, signal: AbortSignal): Promise<void> {
    const { document } = entry;
    const { key, fileName, languageId } = document;
    const text = entry.text.now;
    const decisions = this.#options.decisions(key);
    entry.decisions = decisions;
    const words = this.#options.words(key);
    entry.words = words;
    entry.heeded = [...entry.heeded, ...entry.edits];
    entry.edits = [];
    const unwanted = () => signal.aborted;
    const show = ({ analysis, overview }: Taken) => {
      entry.heeded = [];
      entry.analysed = new Article(text, analysis, this.#options.level(), overview);
      this.#show(entry, analysedState(entry, entry.analysed));
    };
    const onlooker: Onlooker = {
      // A whole analysis, moved along, tells more than a part of the next one.
      visible: () => (entry.analysed?.partial === false ? null : document.visible()),
      onProgress: share => {
        if (unwanted() || !entry.running) return;
        entry.running.share = share;
        if (entry.state.kind === 'leftAlone') this.#show(entry, { kind: 'analysing' });
        this.#progressed.fire(key);
      },
      onEdited: ({ within, marks }) => {
        if (unwanted()) return;
        const { edits } = entry;
        this.#foundInEdited.fire({
          key,
          within: shiftThrough(within, edits),
          marks: movedMarks(marksAt(marks, this.#options.level()), edits),
        });
      },
      onPartial: partial => {
        if (!unwanted()) show(partial);
      },
    };
    for (let deaths = 0; !unwanted();) {
      try {
        const result = await this.#options.client.analyse(
          { key, text, fileName, languageId, judge, decisions, words },
          signal,
          onlooker,
        );
        if (unwanted() || result.status === 'superseded') return;
        if (result.status === 'leftAlone') this.#leaveAlone(entry, result.reason, result.language);
        else show(result);
        return;
      } catch (error) {
        if (error instanceof WorkerDiedError && ++deaths < DEATHS) continue;
        this.#options.log.error(`The analysis of ${fileName} failed: ${describe(error)}`);
        if (unwanted()) return;
        entry.failed = true;
        this.#show(entry, entry.analysed ? entry.state : { kind: 'failed' });
        return;
      }
    }
  }

  #leaveAlone(entry: Entry, reason: LeftAloneReason, language: string | null): void {
    entry.analysed = null;
    entry.heeded = entry.edits = [];
    this.#show(entry, { kind: 'leftAlone', reason, language });
  }

  #show(entry: Entry, state: ArticleState): void {
    entry.state = state;
    if (this.#entries.get(entry.document.key) === entry) this.#changed.fire(entry.document.key);
  }
}

/** Whether the text was looked at, and left alone for what it is. */
function isJudged(state: ArticleState): boolean {
  return state.kind === 'leftAlone' && !['switched-off', 'excluded'].includes(state.reason);
}

function analysedState({ text, heeded, edits }: Entry, analysed: Article): ArticleState {
  const since = [...heeded, ...edits];
  if (since.length === 0) return { kind: 'analysed', article: analysed, current: true };
  const article = new EditedArticle(() => text.now, analysed, since);
  return { kind: 'analysed', article, current: false };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
