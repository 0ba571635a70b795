import { ready } from '../../ready';
const CLOCK = '\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: \\(?[A-Z]{2,4}\\)?)?';

/** What describes the article: where it is filed, how long it takes, when it was put up. */
export const METADATA: readonly RegExp[] = [
  /^(?:reading time:? ?)?(?:about )?\d{1,3}[ -]min(?:ute)?s?(?:[ -]read)?\W*$/i,
  /^(?:reading time|estimated read(?:ing time)?|word count)\b.{0,30}$/i,
  new RegExp(
    `^(?:(?:first |originally |last )?(?:published|posted|updated|modified))(?: on| at)?:? ?(?:${CLOCK}|(?:\\d{1,3}|an?|one|two|three) (?:min(?:ute)?|hour|day|week|month)s? ago|just now|today|yesterday)(?:,? ${CLOCK})?\\W*$`,
    'i',
  ),
  new RegExp(`^${CLOCK}\\W*$`, 'i'),
  /^(?:\d{1,3}|an?|one|two|three) (?:min(?:ute)?|hour|day|week|month)s? ago\W*$/i,
  /^(?:tags?|topics?|keywords?|categor(?:y|ies)|filed under|filed in|posted in|section|in this series|word count)(?: ?:|\s*\|) ?\S.{0,200}$/i,
  /^(?:#[\p{L}\p{N}_]{2,40}[ ,]*)+$/u,
  /^(?:home|news)(?:\s*[>›»/|]\s*[\p{L}&'-][\p{L}&' -]{0,28}[\p{L}&'-]){1,5}\W*$/iu,
  /^(?:(?:this|the) (?:story|article|post|report|piece|column)|it)(?: has been| was| is)? ?(?:first|originally) (?:published|appeared)\b.{0,120}$/i,
  /^(?:first|originally) (?:published|appeared) (?:in|by|at|on(?! (?:\d|\p{L}+ \d))) .{2,100}$/iu,
  /^(?:table of contents|contents|in this (?:article|story|piece)|on this page|jump to(?: section)?)\W*$/i,
  // What databases of articles put over their parts
  /^(?:abstract|full text)\W*$/i,
  /^<!--[^]*-->$/,
];

/** A line above a list of the article's own sections. */
export const CONTENTS =
  /^\W*(?:table of contents|contents|in this (?:article|story|piece)|on this page|jump to(?: section)?)\W*$/i;

/** A Markdown link to a place in the article and nothing else. */
export const LINK_WITHIN = /^\[[^[\]\n]{1,300}\]\(#[^()\s]{1,200}\)\W*$/;

/** Section names, and labels of the kind of article, as they stand over a headline. */
const SECTION =
  '(?:politics|world|national|international|local|regional|metro|business|economy|finance|markets?|money|opinion|comment|commentary|editorial|' +
  'analysis|exclusive|breaking|live|live updates|news|top news|latest news|feature|features|investigation|explainer|interview|review|reviews|obituary|' +
  'profile|profiles|sports?|football|culture|arts?|books|film|music|entertainment|lifestyle|life|style|travel|food|health|science|technology|tech|media|education|' +
  'environment|climate|energy|weather|crime|courts?|law|justice|transport|housing|property|elections?|europe|africa|asia|americas|middle east|' +
  'special report|long read|the long read|fact check|press release|for immediate release|letters?|podcast|video|photos?)';
/** "World news" is read in one way alone: two for each name would take exponential time. */
const SECTION_NAME = `(?:(?:us|u\\.s\\.|uk|eu|city) |(?:world|local|national) (?!news\\b))?${SECTION}(?: (?:news(?: (?:desk|report|section))?|desk|report|section))?`;

/** A line over the headline that names a section or the kind of article. */
export const KICKER = ready(
  new RegExp(
    `^${SECTION_NAME}(?:\\s*(?:[|/>›»·•]\\s*\\p{L}+|(?:[,&–—-]|and)\\s*${SECTION_NAME}))*\\s*[|:>›»·•–—-]?$`,
    'iu',
  ),
);
