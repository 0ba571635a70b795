import { wordsOf } from '../capitals';
import { isEmphasized, type Paragraph } from './paragraph';

const MOST_WORDS = 60;
/** A note of the newsroom speaks of the article, a standfirst of what happened. */
const OF_THE_ARTICLE =
  /^(?:this|the following) (?:is|was|story|article|post|report|piece|column|interview|essay|excerpt)\b/i;
/** With no other sign than that no full stop ends it. */
const FEWEST_WORDS_UNSIGNED = 8;

/**
 * Judges the paragraph that follows the headline: whether it sums the story up and is not the story's first.
 * Something has to say so: italics or bold, a heading's mark, a byline or dateline between it and the story, or that
 * no full stop ends it as it ends the story's paragraphs.
 *
 * @param next the paragraph after it, null where there is none
 * @param beforeStory what comes next is the byline, the date or the story's dateline
 */
export function isStandfirst(paragraph: Paragraph, next: Paragraph | null, beforeStory: boolean): boolean {
  const words = wordsOf(paragraph.text);
  if (words.length < 4 || words.length > MOST_WORDS || paragraph.setAs === 'item') return false;
  if (OF_THE_ARTICLE.test(paragraph.text)) return false;
  if (paragraph.setAs === 'heading' || isEmphasized(paragraph))
    return next !== null && next.setAs !== 'heading';
  if (beforeStory) return true;
  return (
    words.length >= FEWEST_WORDS_UNSIGNED &&
    /[\p{L}\p{N})]$/u.test(paragraph.text) &&
    next !== null &&
    /[.!?]["”’')]*$/.test(next.text) &&
    next.text.length > paragraph.text.length
  );
}
