/** Longest stretch, in milliseconds, for which we work on the editor's thread before it is given back. */
export const STRETCH = 4;

/** Until then, the thread does what else it has to do: it reads the messages and events that have arrived. */
export function nextTurn(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0));
}
