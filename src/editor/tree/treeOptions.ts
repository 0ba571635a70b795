import type { ActorOrder, ClaimFilter } from '../../articles/claims';
import type { Choosable } from '../treeChoices';

export interface TreeOptions extends ClaimFilter {
  readonly grouping: 'actor' | 'text';
  readonly order: ActorOrder;
  /** The active article, or every open one. */
  readonly scope: 'active' | 'open';
}

const EVERY_CLAIM: ClaimFilter = { anonymousOnly: false, directOnly: false, statuses: [], search: '' };

export const TREE: Choosable<TreeOptions> = {
  name: 'tree',
  defaults: { ...EVERY_CLAIM, grouping: 'actor', order: 'text', scope: 'active' },
  changes: {
    'sourcelight.groupByActor': { grouping: 'actor' },
    'sourcelight.groupByText': { grouping: 'text' },
    'sourcelight.showAnonymousOnly': { anonymousOnly: true },
    'sourcelight.showAnonymousAndNamed': { anonymousOnly: false },
    'sourcelight.showDirectOnly': { directOnly: true },
    'sourcelight.showDirectAndIndirect': { directOnly: false },
    'sourcelight.clearSearch': { search: '' },
    'sourcelight.showAllClaims': EVERY_CLAIM,
    'sourcelight.sortActorsByText': { order: 'text' },
    'sourcelight.sortActorsByClaims': { order: 'claims' },
    'sourcelight.sortActorsByName': { order: 'name' },
    'sourcelight.showActiveArticle': { scope: 'active' },
    'sourcelight.showOpenArticles': { scope: 'open' },
  },
};
