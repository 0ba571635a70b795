/** Until then, the thread does what else it has to do: it reads the messages and events that have arrived. */
export function nextTurn(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0));
}
