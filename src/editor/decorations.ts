import * as vscode from 'vscode';
import type { Article } from '../articles/article';
import type { Articles } from '../articles/articles';
import { NO_SPANS } from '../articles/flatSpans';
import { MarkPages } from '../articles/markPages';
import { MARK_KINDS, marksBy, NO_MARKS, type MarkKind, type Marks } from '../articles/marks';
import { editOf } from '../articles/shift';
import { rangeOf } from './analysed';
import { changeOf, keyOf, visiblePart } from './documents';
import { pauses } from './pauses';
import { onDidChangeSettings, settings } from './settings';
import { tellTime } from './timing';

/**
 * How each kind of words looks: a source is underlined, a claim lies in a band, a cue is dotted, and what is no article
 * text is muted behind a line at its left. Kinds differ by line and not by colour alone. The colours are declared in
 * package.json, for every kind of theme.
 */
export const MARK_STYLES: Record<MarkKind, vscode.DecorationRenderOptions> = {
  namedSource: { ...line('0 0 2px 0', 'solid', 'namedSource'), ...ruler('Left', 'namedSource') },
  anonymousSource: { ...line('0 0 2px 0', 'dashed', 'anonymousSource'), ...ruler('Left', 'anonymousSource') },
  roleSource: { ...line('0 0 3px 0', 'double', 'roleSource'), ...ruler('Left', 'roleSource') },
  directQuote: {
    ...line('1px 0', 'solid', 'directQuoteBorder'),
    backgroundColor: color('directQuoteBackground'),
    ...ruler('Right', 'directQuoteBorder'),
  },
  indirectClaim: {
    ...line('1px 0', 'dotted', 'indirectClaimBorder'),
    backgroundColor: color('indirectClaimBackground'),
    ...ruler('Right', 'indirectClaimBorder'),
  },
  cue: line('0 0 2px 0', 'dotted', 'cue'),
  leftOut: { ...line('0 0 0 1px', 'solid', 'leftOut'), color: color('leftOut') },
};

/**
 * In a high contrast theme VS Code draws a diagnostic as thick lines below the words, over any that are there: so
 * sources and cues have their lines on all sides.
 */
export const HIGH_CONTRAST_MARK_STYLES: typeof MARK_STYLES = {
  ...MARK_STYLES,
  namedSource: { ...MARK_STYLES.namedSource, borderWidth: '2px' },
  anonymousSource: { ...MARK_STYLES.anonymousSource, borderWidth: '2px' },
  roleSource: { ...MARK_STYLES.roleSource, borderWidth: '3px' },
  cue: { ...MARK_STYLES.cue, borderWidth: '2px' },
};

/** What an editor shows: pages of marks, and the article that they are of. */
interface Shown {
  readonly pages: MarkPages;
  article: Article | null;
  /** Pages are being set. */
  busy: boolean;
}

/** Marks sources, claims and cues in every visible article: at once when it comes into view or has been analysed. */
export function registerDecorations(articles: Articles): vscode.Disposable {
  let isHighContrast = hasHighContrast(vscode.window.activeColorTheme);
  let types = new MarkTypes(isHighContrast);
  let shown = new WeakMap<vscode.TextEditor, Shown>();
  let kinds = settings.marks();

  const show = (editor: vscode.TextEditor) => {
    const state = articles.state(keyOf(editor.document));
    // Marks stay, and move with the text, until new ones are there.
    if (state?.kind === 'analysing' || state?.kind === 'failed') return;
    const article = state?.kind === 'analysed' ? state.article : null;
    const analysed = article?.analysed ?? null;
    const known = shown.get(editor);
    if ((known?.article ?? null) === analysed) return;
    const about = known ?? { pages: new MarkPages(), article: analysed, busy: false };
    about.article = analysed;
    shown.set(editor, about);
    about.pages.replace(article ? ofKinds(article.marks) : NO_MARKS);
    void set(editor, about);
  };

  const ofKinds = (marks: Marks) => marksBy(kind => (kinds.has(kind) ? marks[kind] : NO_SPANS));

  const set = async (editor: vscode.TextEditor, about: Shown) => {
    if (about.busy) return;
    about.busy = true;
    const { document } = editor;
    const pause = pauses();
    let first: number | undefined;
    let isTold = false;
    for (;;) {
      if (pause.isDue) await pause.now();
      if (shown.get(editor) !== about) return;
      const next = about.pages.next(visiblePart(document)?.start ?? 0);
      first ??= next?.page;
      if (!isTold && (!next || next.page !== first)) {
        // What is on display is set.
        tellTime('marks', keyOf(document));
        isTold = true;
      }
      if (!next) break;
      const ranges = next.spans.map(span => rangeOf(document, span));
      editor.setDecorations(types.of(next.kind, next.page), ranges);
    }
    about.busy = false;
  };

  const editorsOf = (key: string) =>
    vscode.window.visibleTextEditors.filter(({ document }) => keyOf(document) === key);
  const showAll = () => {
    vscode.window.visibleTextEditors.forEach(show);
  };
  const showAnew = () => {
    types.dispose();
    types = new MarkTypes(isHighContrast);
    shown = new WeakMap();
    showAll();
  };
  showAll();
  return vscode.Disposable.from(
    {
      dispose: () => {
        types.dispose();
      },
    },
    vscode.window.onDidChangeVisibleTextEditors(showAll),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const edits = contentChanges.map(change => editOf(changeOf(change)));
      for (const editor of editorsOf(keyOf(document))) shown.get(editor)?.pages.edited(edits);
    }),
    articles.onDidChange(key => {
      editorsOf(key).forEach(show);
    }),
    articles.onDidFindInEdited(({ key, marks, within }) => {
      for (const editor of editorsOf(key)) {
        const about = shown.get(editor);
        if (!about?.article) continue;
        about.pages.replace(ofKinds(marks), within);
        void set(editor, about);
      }
    }),
    onDidChangeSettings(['marks'], () => {
      kinds = settings.marks();
      showAnew();
    }),
    vscode.window.onDidChangeActiveColorTheme(theme => {
      if (hasHighContrast(theme) === isHighContrast) return;
      isHighContrast = !isHighContrast;
      showAnew();
    }),
  );
}

/** The types of decorations: a page's marks are set together, so each page has types of its own. */
class MarkTypes implements vscode.Disposable {
  readonly #pages = new Map<number, Record<MarkKind, vscode.TextEditorDecorationType>>();

  constructor(private readonly isHighContrast: boolean) {}

  of(kind: MarkKind, page: number): vscode.TextEditorDecorationType {
    const known = this.#pages.get(page);
    if (known) return known[kind];
    const styles = this.isHighContrast ? HIGH_CONTRAST_MARK_STYLES : MARK_STYLES;
    // All at once: of marks that lie across one another, VS Code draws the type above that was made first.
    const types = Object.fromEntries(
      MARK_KINDS.map(each => [each, vscode.window.createTextEditorDecorationType(styles[each])]),
    ) as Record<MarkKind, vscode.TextEditorDecorationType>;
    this.#pages.set(page, types);
    return types[kind];
  }

  dispose(): void {
    for (const types of this.#pages.values()) for (const type of Object.values(types)) type.dispose();
  }
}

function hasHighContrast({ kind }: vscode.ColorTheme): boolean {
  return kind === vscode.ColorThemeKind.HighContrast || kind === vscode.ColorThemeKind.HighContrastLight;
}

function line(borderWidth: string, borderStyle: string, name: string): vscode.DecorationRenderOptions {
  return {
    borderWidth,
    borderStyle,
    borderColor: color(name),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  };
}

function ruler(lane: 'Left' | 'Right', name: string): vscode.DecorationRenderOptions {
  return { overviewRulerLane: vscode.OverviewRulerLane[lane], overviewRulerColor: color(name) };
}

function color(name: string): vscode.ThemeColor {
  return new vscode.ThemeColor(`sourcelight.${name}`);
}
