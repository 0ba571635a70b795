import * as vscode from 'vscode';
import type { Analysis } from '../analysis/contract';
import type { Articles, ArticleState, LeftAloneReason } from '../articles/articles';
import { articleDocument, documentOf, keyOf } from './documents';
import type { Switches } from './switches';

/** What `activate` returns, for other extensions. */
export interface SourcelightApi {
  /** The whole analysis of an open document as it is now, whatever level is shown; undefined where it is not open, left alone or failed. */
  readonly analysisOf: (uri: vscode.Uri) => Promise<Analysis | undefined>;
  /** Why an open document is left alone; undefined where it is not. */
  readonly reasonLeftAlone: (uri: vscode.Uri) => Promise<LeftAloneReason | undefined>;
}

export function createApi(articles: Articles, switches: Switches): SourcelightApi {
  const stateOf = async (uri: vscode.Uri): Promise<ArticleState | undefined> => {
    const document = documentOf(uri.toString());
    if (!document || !switches.concerns(document)) return undefined;
    articles.open(articleDocument(document, switches));
    return articles.settled(keyOf(document));
  };
  return {
    analysisOf: async uri => {
      const state = await stateOf(uri);
      return state?.kind === 'analysed' ? state.article.whole : undefined;
    },
    reasonLeftAlone: async uri => {
      const state = await stateOf(uri);
      return state?.kind === 'leftAlone' ? state.reason : undefined;
    },
  };
}
