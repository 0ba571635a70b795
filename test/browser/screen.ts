/** A rectangle on the screen, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The text of an editor's lines in view, in the order in which they stand, and where each code unit of it is. */
export interface Screen {
  readonly text: string;
  readonly boxes: readonly Box[];
}

/** What VS Code draws behind the text for a decoration: one box for each line it runs over. */
export interface DrawnMark extends Box {
  readonly type: string;
  readonly background: string;
  readonly border: string;
  readonly above: string;
}

/** How far from the edge of a character the cursor may be drawn beside it. */
const SLACK = 3;

/** A part of the text that an extension has decorated, and how it looks. */
export interface Mark {
  readonly text: string;
  /** The class of the decoration type in the page: the same for all its marks. */
  readonly type: string;
  readonly background: string;
  /** Width, style and colour of the line below. */
  readonly border: string;
  /** The same of the line above. */
  readonly above: string;
}

// The next three functions run in the page. They are sent there as text, so they use nothing but their arguments.

export function readScreen(lines: Element[]): Screen {
  let text = '';
  const boxes: Box[] = [];
  const inOrder = lines.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  for (const line of inOrder) {
    const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
      const content = node.textContent ?? '';
      for (let at = 0; at < content.length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        boxes.push({ left, right, top, bottom });
      }
      // VS Code draws every space as one that does not break.
      text += content.replaceAll('\u00a0', ' ');
    }
  }
  return { text, boxes };
}

export function readDrawnMarks(elements: Element[]): DrawnMark[] {
  return elements.map(element => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
      ...{ left, right, top, bottom },
      type: [...element.classList].filter(name => name.startsWith('ced-')).join(' '),
      background: style.backgroundColor,
      border: `${style.borderBottomWidth} ${style.borderBottomStyle} ${style.borderBottomColor}`,
      above: `${style.borderTopWidth} ${style.borderTopStyle} ${style.borderTopColor}`,
    };
  });
}

export function readBoxes(elements: Element[]): Box[] {
  return elements.map(element => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom };
  });
}

/** Whether the only cursor stands before or behind a character. */
export function isCursorAt(character: Box, cursors: readonly Box[]): boolean {
  const [cursor, another] = cursors;
  if (!cursor || another) return false;
  const middle = (character.top + character.bottom) / 2;
  const isOnLine = cursor.top < middle && middle < cursor.bottom;
  return isOnLine && cursor.left > character.left - SLACK && cursor.left < character.right + SLACK;
}

/** The marks, in the order of the text; the pieces of one that is wrapped are put together. */
export function marksOf(screen: Screen, drawn: readonly DrawnMark[]): Mark[] {
  const pieces = drawn
    .map(mark => ({ mark, ...unitsIn(screen, mark) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const whole: typeof pieces = [];
  for (const piece of pieces) {
    const before = whole.find(({ mark, end }) => mark.type === piece.mark.type && end === piece.start);
    if (before) before.end = piece.end;
    else whole.push(piece);
  }
  return whole.map(({ mark: { type, background, border, above }, start, end }) => {
    return { text: screen.text.slice(start, end), type, background, border, above };
  });
}

function unitsIn({ boxes }: Screen, { left, right, top, bottom }: Box): { start: number; end: number } {
  const isInside = (box: Box) => {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return x > left && x < right && y > top && y < bottom;
  };
  return { start: boxes.findIndex(isInside), end: boxes.findLastIndex(isInside) + 1 };
}
