/** Links to other articles. */
export const RELATED: readonly RegExp[] = [
  /^[^\w"“‘']*(?:read|see|watch|listen)(?: more| also| next| now| on| the (?:rest|full (?:story|article|report|interview|text)))?(?: here)?(?:[:»→>]|\.{3}|…)/i,
  /^[^\w"“‘']*(?:read more|read next|see also|also read|more on this(?: story)?|related(?: (?:articles?|stories|coverage|content|topics|links))?|recommended(?: for you)?|most (?:read|popular|viewed)|trending(?: now)?|up next|you (?:may|might) also like|don[’']t miss|continue reading|keep reading|click here|what to read next|editors?[’']s? picks?|top stories|more from [\p{L} ]{2,40}|also (?:on|in) [\p{L} ]{2,40}(?=:))\W*$/iu,
  /^[^\w"“‘']*(?:read the (?:rest|full|whole|entire|original)\b.{0,80}|(?:click|tap) here\b.{0,80}|(?:the full .{1,30} can be (?:found|read) )?here)\.?$/i,
  /^(?:(?:you can )?(?:watch|listen to|hear|view) (?:the|a|our|more|both|part|his|her|their)\b.{0,100}\b(?:here|below|above))[.:]?$/i,
  /^for more (?:on|about) .{2,80}, (?:read|see|visit|go to|click|check out) .{2,80}$/i,
  /^[^\w"“‘']*(?:[Rr]elated|RELATED|[Rr]ecommended|RECOMMENDED|[Mm]ore|MORE|[Ss]ee also|SEE ALSO|[Aa]lso|ALSO|[Ii]n pictures|IN PICTURES|[Ii]n depth|IN DEPTH|[Ee]xplainer|EXPLAINER|[Ww]atch|WATCH|[Ll]isten|LISTEN|[Ll]ive updates|LIVE UPDATES|[Ll]ive blog|LIVE BLOG)(?: (?:articles?|stories|STORIES|coverage|COVERAGE|reading|news))?: ["“‘']?[\p{Lu}\d]/u,
  /^https?:\/\/\S+$/,
];

/** A line above a list of them. */
export const RELATED_LIST =
  /^[^\w]*(?:related|recommended|read more|read next|see also|more on this(?: story)?|most (?:read|popular|viewed)|trending|you (?:may|might) also like|editors?[’']s? picks?|top stories|what to read next)(?: (?:articles?|stories|coverage|content|topics|links))?\W*$/i;

/** A Markdown link and nothing else. */
export const ONLY_A_LINK = /^[^\w[]*\[[^[\]\n]{1,300}\]\([^()\s]{1,1000}(?: "[^"\n]{0,200}")?\)\W*$/;
