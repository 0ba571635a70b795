/** Has git keep, of two branches, the lines that either added to the decisions' file. */
const UNION_MERGE = '.sourcelight/decisions.ndjson merge=union';

/** @param attributes text of a `.gitattributes` file; empty where there is none */
export function hasUnionMerge(attributes: string): boolean {
  return attributes.split(/\r?\n/).some(line => line.trim().replace(/\s+/g, ' ') === UNION_MERGE);
}

/** The same text with the line for the decisions' file, in the line ends that it has. */
export function withUnionMerge(attributes: string): string {
  if (hasUnionMerge(attributes)) return attributes;
  const newline = attributes.includes('\r\n') ? '\r\n' : '\n';
  const gap = attributes === '' || attributes.endsWith('\n') ? '' : newline;
  return `${attributes}${gap}${UNION_MERGE}${newline}`;
}
