import type { CorpusFile, CorpusText } from './run';

/**
 * The key of an article's content in a cache: the same for the same text at the same path, made with the same things: a changed
 * word list or decision is another one.
 *
 * @param stamp tells apart the weights and versions that make something else of the same text
 * @returns the SHA-256 of all that, in hexadecimal
 */
export async function contentKey(
  stamp: string,
  { path, languageId }: CorpusFile,
  { text, words, decisions }: CorpusText,
): Promise<string> {
  return hash(new TextEncoder().encode(JSON.stringify([stamp, path, languageId, words, decisions, text])));
}

/** A stamp for {@link contentKey}: of the weights and of the bundles, so that any change to either makes another one. */
export async function stampOf(parts: readonly Uint8Array[]): Promise<string> {
  return hash(new TextEncoder().encode((await Promise.all(parts.map(hash))).join('\n')));
}

/** The SHA-256, in hexadecimal. */
export async function hash(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
}
