import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { ExcludedKind, Span } from '../analysis/contract';
import type { Article } from '../articles/article';
import type { Articles } from '../articles/articles';
import { keyOf } from './documents';
import { showSpans } from './navigation';
import { settings } from './settings';

/** Command with the arguments `(article's key, part's id)`. */
export const SHOW_PART = 'sourcelight.showPart';

const STATED = ['headline', 'standfirst', 'byline', 'dateline'] as const;
type StatedKind = (typeof STATED)[number];

/** A part of the article that is not its story's text. */
export type Part =
  | { readonly id: string; readonly span: Span; readonly stated: StatedKind; readonly excluded: null }
  | { readonly id: string; readonly span: Span; readonly stated: null; readonly excluded: ExcludedKind };

/** The parts that were found: what the article states about itself, then what is left out, in the text's order. */
export function partsOf({ anatomy }: Article): Part[] {
  return [
    ...STATED.flatMap((stated): Part[] => {
      const span = anatomy[stated];
      return span ? [{ id: stated, span, stated, excluded: null }] : [];
    }),
    ...anatomy.excluded.map(({ start, end, kind }, index): Part => {
      return { id: `excluded/${index}`, span: { start, end }, stated: null, excluded: kind };
    }),
  ];
}

export const statedWords: Record<StatedKind, () => string> = {
  headline: () => l10n.t('Headline'),
  standfirst: () => l10n.t('Standfirst'),
  byline: () => l10n.t('Byline'),
  dateline: () => l10n.t('Dateline'),
};

const statedMeanings: Record<StatedKind, () => string> = {
  headline: () => l10n.t('Taken for the headline'),
  standfirst: () => l10n.t('Taken for the standfirst, which sums the story up'),
  byline: () => l10n.t('Taken for the byline: who wrote the article'),
  dateline: () => l10n.t('Taken for the dateline: where or when the story was filed'),
};

export const excludedWords: Record<ExcludedKind, () => string> = {
  caption: () => l10n.t('photo caption'),
  credit: () => l10n.t('credit'),
  related: () => l10n.t('link to other articles'),
  share: () => l10n.t('share line'),
  newsletter: () => l10n.t('newsletter or advertisement'),
  correction: () => l10n.t('correction or update'),
  metadata: () => l10n.t('details about the article'),
  other: () => l10n.t('no story text by its look'),
};

/** Says on each part what it is taken for, and lets items of the tree show it. */
export function registerAnatomy(articles: Articles): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider('*', {
      provideHover(document, position) {
        const state = articles.state(keyOf(document));
        if (state?.kind !== 'analysed' || !settings.hover(document)) return undefined;
        const offset = document.offsetAt(position);
        const part = partsOf(state.article).find(({ span }) => span.start <= offset && offset <= span.end);
        return part && new vscode.Hover(new vscode.MarkdownString().appendText(meaningOf(part)));
      },
    }),
    vscode.commands.registerCommand(SHOW_PART, async (key: unknown, id: unknown) => {
      const state = typeof key === 'string' ? articles.state(key) : undefined;
      const part = state?.kind === 'analysed' && partsOf(state.article).find(it => it.id === id);
      if (part) await showSpans(vscode.Uri.parse(String(key), true), [part.span]);
    }),
  );
}

function meaningOf({ stated, excluded }: Part): string {
  return stated
    ? statedMeanings[stated]()
    : l10n.t('Not part of the article: {0}', excludedWords[excluded]());
}
