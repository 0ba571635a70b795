import * as vscode from 'vscode';
import type { Actor, Attribution, Span } from '../../analysis/contract';
import type { Article } from '../../articles/article';
import type { Articles } from '../../articles/articles';
import type { DecidedArticle } from '../../articles/decisions/builders';
import type { DecisionStore } from '../../articles/decisions/store';
import { claimAt, definitionOf, mentionAt } from '../../articles/mentions';
import type { ActiveArticle } from '../activeArticle';
import { keyOf } from '../documents';
import type { ActorNode, ClaimNode } from '../tree/treeModel';

/** What a decision can be about. */
export interface Subject {
  readonly key: string;
  readonly article: Article;
  /** The article as decisions name it. */
  readonly decided: DecidedArticle;
  readonly claim: Attribution | null;
  readonly actor: Actor | null;
  /** The words that mention the actor; null where all of its mentions are meant. */
  readonly mention: Span | null;
  /** In quotation marks: those at the place, or the first of the claim. */
  readonly quotation: Span | null;
  /** What is selected in the article's editor, without white space around it. */
  readonly selection: Span | null;
}

/** A subject with what a command needs. */
export type SubjectWith<N extends keyof Subject> = Subject & {
  readonly [P in N]: NonNullable<Subject[P]>;
};

/**
 * Of the arguments of a command: an item of the tree, or `(article's key, span)`; without either, the place of the
 * cursor in the active article.
 */
export async function subjectOf(
  [first, second]: readonly unknown[],
  active: ActiveArticle,
  decisions: Pick<DecisionStore, 'placeOf'>,
): Promise<Subject | undefined> {
  const { articles, document } = active;
  if (isNode(first)) {
    const about = aboutArticle(first.key, articles, decisions);
    return about && (first.kind === 'claim' ? ofClaim(about, first.claim.id) : ofActor(about, first));
  }
  if (typeof first === 'string' && isSpan(second)) {
    const about = aboutArticle(first, articles, decisions);
    return about && atPlace(about, second);
  }
  if (!document) return undefined;
  const key = keyOf(document);
  await articles.settled(key);
  const about = aboutArticle(key, articles, decisions);
  const editor = editorOf(key);
  if (!about || !editor) return undefined;
  const offset = document.offsetAt(editor.selection.active);
  return atPlace(about, about.selection ?? { start: offset, end: offset });
}

/** The findings at a place; of what is selected, those at its beginning. */
export function atPlace(about: Subject, { start, end }: Span): Subject {
  const { article } = about;
  const mentioned = mentionAt(article, start) ?? (end > start ? mentionAt(article, end) : undefined);
  const claim = claimAt(article, start) ?? null;
  const source = claim?.source && article.actor(claim.source.actor);
  const [quotation] = article.analysis.quotations
    .map(({ span }) => span)
    .filter(span => span.start <= start && end <= span.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  return {
    ...about,
    claim,
    actor: mentioned?.actor ?? source ?? null,
    mention: mentioned?.span ?? claim?.source?.mention[0] ?? null,
    quotation: quotation ?? null,
  };
}

/** Words that say best which actor is meant. */
export function wordsOf(article: Article, actor: Actor): readonly Span[] {
  const words = definitionOf(article, actor);
  return words ? [words] : [];
}

/** The article with nothing in it that is meant yet; undefined where it is not analysed. */
export function aboutArticle(
  key: string,
  articles: Articles,
  decisions: Pick<DecisionStore, 'placeOf'>,
): Subject | undefined {
  const state = articles.state(key);
  if (state?.kind !== 'analysed') return undefined;
  const { article } = state;
  return {
    key,
    article,
    decided: { text: article.text, file: decisions.placeOf(key).file },
    claim: null,
    actor: null,
    mention: null,
    quotation: null,
    selection: selectionIn(key),
  };
}

function ofClaim(about: Subject, id: string): Subject {
  const { article } = about;
  const claim = article.attribution(id) ?? null;
  const source = claim?.source;
  return {
    ...about,
    claim,
    actor: (source && article.actor(source.actor)) ?? null,
    mention: source?.mention[0] ?? null,
    quotation: article.analysis.quotations.find(({ attribution }) => attribution === id)?.span ?? null,
  };
}

function ofActor(about: Subject, { group }: ActorNode): Subject {
  return { ...about, actor: (group.actor && about.article.actor(group.actor.now.id)) ?? null };
}

/** The editor that shows an article, the active one first. */
function editorOf(key: string): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return [...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors].find(
    ({ document }) => keyOf(document) === key,
  );
}

function selectionIn(key: string): Span | null {
  const editor = editorOf(key);
  if (!editor) return null;
  const { document, selection } = editor;
  const words = document.getText(selection);
  const start = document.offsetAt(selection.start) + words.length - words.trimStart().length;
  const length = words.trim().length;
  return length > 0 ? { start, end: start + length } : null;
}

function isNode(value: unknown): value is ClaimNode | ActorNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    /^(claim|actor)$/.test(String(value.kind))
  );
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}
