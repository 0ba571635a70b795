/** On one line, at most so many characters long. */
export function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.lastIndexOf(' ', length - 1);
  const head = line.slice(0, cut > length / 2 ? cut : length - 1);
  return `${head.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
