import { readFile, writeFile } from 'node:fs/promises';

const PAGE = 'docs/performance.md';

export type Row = readonly string[];

export function table(head: Row, rows: readonly Row[]): string {
  return [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n');
}

/** Puts figures between the markers of their section of the page. */
export async function writeSection(name: 'bench' | 'bench:host', content: string): Promise<void> {
  const text = await readFile(PAGE, 'utf8');
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const before = text.slice(0, text.indexOf(begin) + begin.length);
  await writeFile(PAGE, `${before}\n\n${content}\n\n${text.slice(text.indexOf(end))}`);
}
