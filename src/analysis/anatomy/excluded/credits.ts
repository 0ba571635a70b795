export const CREDITED =
  '(?:AP|AFP|EPA|Reuters|REUTERS|Getty(?: Images)?|Shutterstock|iStock|Alamy|Bloomberg|PA|dpa|Anadolu)';
const NAME = "\\p{Lu}[\\p{L}.’'-]+(?: (?:(?:van|von|de|del|der|la|al|bin) )*\\p{Lu}[\\p{L}.’'-]*){0,3}";
const NAMES = `${NAME}(?:(?:, ${NAME}){0,8},? and ${NAME})?`;

const WORK =
  '(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated|[Pp]roduced|[Pp]roduction|[Gg]raphics|[Vv]ideo|[Pp]hotography|REPORTING)';
/** What stands between and behind the names of those who did the work; no word is of two kinds, which would take exponential time. */
const LISTED =
  "(?:\\p{Lu}[\\p{L}.’'-]*|and|in|at|by|for|from|of|the|with|van|von|de|del|der|la|al|bin|additional|reporting|writing|editing|compiled|translated|produced|production|graphics|video|photography)";

/** A line above what is said of who wrote the article. */
export const ABOUT_THE_AUTHOR = /^about (?:the|our) (?:authors?|writers?|reporters?)\W*$/i;

/** Whose work, wire or picture it is. */
export const CREDITS: readonly RegExp[] = [
  /^(?:Photo(?:graph)?|Image|Picture|Video|Graphic|Illustration|Chart|Map|Data)s?(?: credits?:?| courtesy of| by):? ?(?:the )?\p{Lu}[^.!?]{1,80}\.?$/u,
  new RegExp(
    `^(?:Photo(?:graph)?|Image|Picture|Video|Graphic|Illustration)s?: ?${NAMES}(?: ?(?:/|for|via) ?.{1,40})?\\.?$`,
    'u',
  ),
  /^(?:Image|Media) source,? \S.{1,60}$/,
  new RegExp(`^Credits?: ?${NAMES}(?: ?(?:/|for|via) ?.{1,40})?\\.?$`, 'u'),
  new RegExp(`^Sources?: (?:the )?${NAME}(?:[;,] (?:the )?${NAME}){0,4}\\.?$`, 'u'),
  new RegExp(`^(?:\\p{Lu}[\\p{L}.’'-]+ ){1,4}?(?:/|via) ?(?:\\p{L}+ via )?${CREDITED}\\.?$`, 'u'),
  new RegExp(
    `^(?:${CREDITED}|AP Photo|ASSOCIATED PRESS|Associated Press|Handout|Twitter|Facebook|Instagram|YouTube|Netflix|Screenshot)(?: ?/ ?[\\p{L} .]{1,40})?\\.?$`,
    'u',
  ),
  new RegExp(
    `^[^\\w"“‘']*(?:[Aa]dditional |ADDITIONAL )?${WORK} (?:by|from|BY) \\p{Lu}[\\p{L}.’'-]*(?:[ ,;&/]+${LISTED})*[).]*$`,
    'u',
  ),
  /^Contributing:? \p{Lu}[^.!?]{2,120}\.?$/u,
  new RegExp(
    `^${NAMES}(?:,? in [^.!?]{2,60},?)? contributed (?:reporting|research|to this report)\\b[^!?]{0,60}\\.?$`,
    'u',
  ),
  /^[^.!?]{0,200}\bcontributed (?:reporting )?to this (?:report|story|article|post|piece)\.?$/i,
  /^\(?h\/t:? \S.{0,60}$/i,
  /^[^\w"“‘']*(?:©|\(c\) ?\d|copyright\b.{0,20}\d{4})/i,
  /^all rights reserved\.?/i,
  /\bmay not be (?:published|reproduced|redistributed)\b.{0,80}\b(?:rewritten|redistributed|permission|consent)\b/i,
  /^reprinted (?:courtesy of|with (?:the )?permission)\b/i,
  // The author's own lines
  ABOUT_THE_AUTHOR,
  /^(?:you can )?(?:contact|reach|e-?mail) (?:the (?:author|reporter|writer|journalist|newsroom)|us|me|him|her|them)\b.{0,80}(?:@|\bat\b|\bon\b|:)/i,
  new RegExp(`^(?:Contact|Reach|E-?mail) ${NAMES} (?:directly )?(?:at|on|via):? .{0,30}(?:@|\\d{3})`, 'u'),
  /^e-?mail: ?[\w.+-]+@[\w.-]+$/i,
  /^(?:got|have) a (?:tip|story|news tip)\b.{0,160}(?:@|\bcontact\b|\be-?mail\b|\bcall\b|\bwrite\b)/i,
];

const REPORTED_FROM = new RegExp(
  // Each part by itself: where one could run into the next, there would be ever more ways to read them all.
  `^(?=${NAMES} reported from ${NAME}[^.!?;]{0,60}\\.?(?:;|$))[^;]*(?:;(?= ${NAMES},? from ${NAME}[^.!?;]{0,30}\\.?(?:;|$))[^;]*)*$`,
  'u',
);
const FOLLOWED_AT = new RegExp(
  `^(?:${NAMES}) (?:is|are) .{0,250}(?:[Ff]ollow|[Rr]each|[Ee]-?mail|[Cc]ontact)\\b.{0,80}@\\w`,
  'u',
);

/** What only its place at the end of an article tells from story. */
export function isCreditAtTheEnd(paragraph: string): boolean {
  // Most articles have neither word: then V8 need not compile what takes it longest of all patterns.
  return (
    (paragraph.includes(' reported from ') && REPORTED_FROM.test(paragraph)) ||
    (paragraph.includes('@') && FOLLOWED_AT.test(paragraph))
  );
}

/**
 * Whether a paragraph says who the author is: "Ida Lund covers the harbour for the Elden Mail."
 *
 * @param names as the byline gives them
 */
export function isAboutAuthor(paragraph: string, names: string): boolean {
  const name = names.split(/, | and | & /i).find(it => it !== '' && paragraph.startsWith(`${it} `));
  if (name === undefined || paragraph.length > LONGEST_ABOUT_AUTHOR) return false;
  return /^ (?:is|was|covers|writes|reports|has (?:covered|written|reported)|can be reached|joined)\b/.test(
    paragraph.slice(name.length),
  );
}

const LONGEST_ABOUT_AUTHOR = 400;
