import type { UnnamedSource } from '../checkedArticle';
import type { Finding } from '../rule';

/** The finding on an unnamed source as such: at its first use, once an article. */
export const atFirstUse = ({ actor, claims, firstUse }: UnnamedSource): Finding => ({
  args: { source: actor.name },
  span: firstUse,
  attribution: claims[0]?.id ?? null,
  actor: actor.id,
});
