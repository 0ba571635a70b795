/** Text that is HTML already. */
export class Markup {
  constructor(readonly text: string) {}
}

type Piece = string | number | Markup | readonly Markup[] | undefined;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Tag of a template: whatever is put into it is text, and escaped, unless it is {@link Markup}. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(strings.reduce((all, string, index) => all + write(pieces[index - 1]) + string));
}

function write(piece: Piece): string {
  if (piece === undefined) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'object') return piece.map(({ text }) => text).join('');
  return escape(String(piece));
}

/** A page cannot hold most control characters. */
function escape(text: string): string {
  return text
    .replace(/[&<>"']/g, character => ENTITIES[character] ?? character)
    .replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd');
}
