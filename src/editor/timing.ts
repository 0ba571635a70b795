/**
 * Tells those who measure from outside, through the standard timeline of the host, that something is done; nothing is
 * kept of it.
 */
export function tellTime(what: 'activating' | 'activated' | 'marks', detail?: unknown): void {
  const name = `sourcelight.${what}`;
  performance.mark(name, { detail });
  performance.clearMarks(name);
}
