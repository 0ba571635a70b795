import * as vscode from 'vscode';
import type { Article } from '../articles/article';
import type { Articles } from '../articles/articles';
import { MARK_KINDS, markSteps, type MarkKind } from '../articles/marks';
import { rangeOf } from './analysed';
import { keyOf } from './documents';
import { onDidChangeSettings, settings } from './settings';

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

/** Longest stretch, in milliseconds, for which marks are set before the thread is given back. */
const STRETCH = 6;
/** So many places in the text are turned into lines and columns in well under a millisecond. */
const RANGES_PER_STEP = 250;

/** Marks sources, claims and cues in every visible article: at once when it comes into view or has been analysed. */
export function registerDecorations(articles: Articles): vscode.Disposable {
  let isHighContrast = hasHighContrast(vscode.window.activeColorTheme);
  let types = typesFor(isHighContrast);
  const shown = new WeakMap<vscode.TextEditor, Article | null>();
  let kinds = settings.marks();

  const show = (editor: vscode.TextEditor) => {
    const state = articles.state(keyOf(editor.document));
    // Marks stay, and move with the text, until new ones are there.
    if (state?.kind === 'analysing' || state?.kind === 'failed') return;
    const article = state?.kind === 'analysed' ? state.article : null;
    if ((shown.get(editor) ?? null) === article) return;
    shown.set(editor, article);
    void setMarks(editor, article);
  };

  const setMarks = async (editor: vscode.TextEditor, article: Article | null) => {
    const { document } = editor;
    const { version } = document;
    let began = performance.now();
    /** Gives the thread back now and then; false when these marks are wanted no longer. */
    const goesOn = async () => {
      if (performance.now() - began <= STRETCH) return true;
      await new Promise(resolve => setTimeout(resolve, 0));
      began = performance.now();
      if ((shown.get(editor) ?? null) !== article) return false;
      // The text moved on; its next analysis brings all marks.
      if (document.version !== version) shown.delete(editor);
      return document.version === version;
    };
    const steps = article && markSteps(article);
    let step = steps?.next();
    while (step && !step.done) {
      if (!(await goesOn())) return;
      step = steps?.next();
    }
    const marks = step?.value;
    for (const kind of MARK_KINDS) {
      const ranges: vscode.Range[] = [];
      const spans = marks && kinds.has(kind) ? marks[kind] : [];
      for (let from = 0; from < spans.length; from += RANGES_PER_STEP) {
        if (!(await goesOn())) return;
        for (const span of spans.slice(from, from + RANGES_PER_STEP)) ranges.push(rangeOf(document, span));
      }
      if (!(await goesOn())) return;
      editor.setDecorations(types[kind], ranges);
    }
  };

  const showAll = () => {
    vscode.window.visibleTextEditors.forEach(show);
  };
  const showAnew = () => {
    for (const editor of vscode.window.visibleTextEditors) shown.delete(editor);
    showAll();
  };
  showAll();
  return vscode.Disposable.from(
    {
      dispose: () => {
        disposeAll(types);
      },
    },
    vscode.window.onDidChangeVisibleTextEditors(showAll),
    articles.onDidChange(key => {
      vscode.window.visibleTextEditors.filter(({ document }) => keyOf(document) === key).forEach(show);
    }),
    onDidChangeSettings(['marks'], () => {
      kinds = settings.marks();
      showAnew();
    }),
    vscode.window.onDidChangeActiveColorTheme(theme => {
      if (hasHighContrast(theme) === isHighContrast) return;
      isHighContrast = !isHighContrast;
      disposeAll(types);
      types = typesFor(isHighContrast);
      showAnew();
    }),
  );
}

type MarkTypes = Readonly<Record<MarkKind, vscode.TextEditorDecorationType>>;

function typesFor(isHighContrast: boolean): MarkTypes {
  const styles = isHighContrast ? HIGH_CONTRAST_MARK_STYLES : MARK_STYLES;
  return Object.fromEntries(
    MARK_KINDS.map(kind => [kind, vscode.window.createTextEditorDecorationType(styles[kind])]),
  ) as Record<MarkKind, vscode.TextEditorDecorationType>;
}

function disposeAll(types: MarkTypes): void {
  for (const type of Object.values(types)) type.dispose();
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
