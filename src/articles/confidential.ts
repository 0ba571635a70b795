import type { Article } from './article';

/** Ids of the actors that the user wants named in no export. */
export function confidentialActors({ whole }: Article): string[] {
  return whole.actors.filter(({ confidential }) => confidential).map(({ id }) => id);
}
