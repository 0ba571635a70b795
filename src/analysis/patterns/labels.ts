import type { Span } from '../contract';
import { withoutMarkdown } from '../markdown';
import { isPerson } from '../sources/lexicon';
import { ready } from '../ready';

/** Words before a colon, or before a dash that a quotation follows: "Ann Lee: We will act." */
export interface Label {
  readonly text: string;
  /** Without time stamp and bracketed time. */
  readonly span: Span;
  /** The colon or dash. */
  readonly mark: Span;
  readonly body: Span;
}

const stamp = String.raw`[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?`;
const opening = ready(
  new RegExp(
    String.raw`^(?:>[ \t]*)*["“]?(?:${stamp}\s+(?:[-–—]\s*)?)?` +
      String.raw`((?:[QA](?=[.:]\s)|\p{Lu}[^:\n“”"‘!?;—–]{0,59}?))(?:\s*${stamp})?\s*(:|(?<=^[QA])\.|\s[—–-](?=\s["“‘']))\s+(?=\S)`,
    'u',
  ),
);

/** What happens in the room, at the end of a turn: "(laughs)". */
const gesture = /(?<=[.!?…]["”’']?)\s{1,3}[([][^()[\]\n]{1,40}[)\]]\s*$/u;
const article = /^(?:an?|the|one|another)$/iu;
/** Labels of what is no speech. */
const notSpeakers = new Set(
  (
    'update updated note notes correction corrections clarification exclusive breaking analysis opinion comment editorial review ' +
    'watch read listen live photo photos video videos picture pictures image map graphic chart gallery podcast factbox fact facts explainer ' +
    'explained background context summary topline timeline related more also where when what who why how name names age date time place ' +
    'location venue price cost address phone email e-mail tel fax website web source sources credit caption tags topics ' +
    'topic category section subject re ps disclaimer disclosure warning caution tip tips example result results score scores weather traffic ' +
    'sport sports business world news obituary profile feature column letter letters today tonight tomorrow yesterday contact follow ' +
    'ingredients method serves remember reminder conclusion bottom verdict claim rating reality fiction myth headline title author byline ' +
    'published posted edited written reporting editing first second third fourth finally step part chapter volume day week round game set stage ' +
    'option lesson number still latest total pledged vote votes budget inside meanwhile however otherwise nutshell takeaway'
  ).split(' '),
);
const particle = /^(?:of|de|da|di|del|van|von|der|den|la|le|al|el|bin|ibn|the|for|and|at|&)$/u;
const capital = /^[\p{Lu}\d(‘']/u;

/** Reads the label that a paragraph opens with; null where it opens with prose. */
export function readLabel(marked: string): Label | null {
  const { text, toMarked } = withoutMarkdown(marked);
  const found = opening.exec(text);
  const [whole = '', label = '', mark = ''] = found ?? [];
  // "Ann Lee: 1,769." counts votes
  if (!found || !isSpeaker(label) || !/\p{L}/u.test(text.slice(whole.length))) return null;
  const start = whole.indexOf(label, 0);
  const markAt = whole.lastIndexOf(mark);
  return {
    text: label,
    span: toMarked({ start, end: start + label.length }),
    mark: toMarked({ start: markAt + mark.length - 1, end: markAt + mark.length }),
    body: toMarked({ start: whole.length, end: text.replace(gesture, '').trimEnd().length }),
  };
}

/** Put for the one who asks or answers: no name. */
export const asks = /^(?:Q|Question|Interviewer)$/iu;
export const answers = /^(?:A|Answer|Interviewee)$/iu;

/** A name, with a title before and a description behind a comma or in brackets, or somebody's role. */
function isSpeaker(label: string): boolean {
  const [name = ''] = label.split(/,\s|\s\(/u);
  const words = name.split(/\s+/u);
  if (words.length > 6 || notSpeakers.has((words[0] ?? '').toLowerCase())) return false;
  if (words.length > 1 && isPerson((words.at(-1) ?? '').toLowerCase())) return true;
  if (article.test(words[0] ?? '') && words.some(word => isPerson(word.toLowerCase()))) return true;
  return words.every(word => capital.test(word) || particle.test(word));
}
