/** Longer paragraphs are story, whatever they begin with. */
const LONGEST = 600;
const AGENCIES =
  '(?:AP|AFP|EPA|Reuters|REUTERS|Getty(?: Images)?|Shutterstock|iStock|Alamy|Bloomberg|PA|dpa|Anadolu)';

/** What a paragraph that is no story looks like, whole: each pattern says so by itself. */
const BOILERPLATE: readonly RegExp[] = [
  // Captions and credits
  /^(?:Photo(?:graph)?|Image|Picture|Video|Graphic|Illustration|Caption|File photo|FILE PHOTO)s?(?: credit| courtesy of| by|:| [—–-] )/,
  /^FILE(?: ?[—–-]|:)/,
  new RegExp(
    `[(/]\\s?(?:(?:Photo|Image) by )?[^()]{0,80}\\b(?:${AGENCIES}|AP Photo|Handout|File|Courtesy)[^()]{0,40}\\)\\.?$`,
  ),
  new RegExp(`^(?:\\p{Lu}[\\p{L}.’'-]+ ){1,4}?(?:/|via) ?(?:\\p{L}+ via )?${AGENCIES}\\.?$`, 'u'),
  new RegExp(
    `^(?:${AGENCIES}|AP Photo|Handout|Twitter|Facebook|Instagram|YouTube|Netflix|Screenshot)(?: ?/ ?[\\p{L} .]{1,40})?\\.?$`,
    'u',
  ),
  // Links to other articles
  /^[^\w"“‘']*(?:read|see|watch|listen)(?: more| also| next| now| on| the (?:rest|full (?:story|article|report|interview|text)))?(?: here)?(?:[:»→>]|\.{3}|…)/i,
  /^[^\w"“‘']*(?:read more|read next|see also|also read|more on this(?: story)?|related(?: (?:articles?|stories|coverage|content|topics))?|recommended(?: for you)?|most (?:read|popular|viewed)|trending(?: now)?|up next|you (?:may|might) also like|don[’']t miss|continue reading|keep reading|click here|more from [\p{L} ]{2,40})\W*$/iu,
  /^[^\w"“‘']*(?:read the (?:rest|full|whole|entire|original)\b.{0,80}|(?:click|tap) here\b.{0,80}|(?:the full .{1,30} can be (?:found|read) )?here)\.?$/i,
  /^[^\w"“‘']*(?:related|recommended|more|see also|also|in pictures|in depth|explainer|watch|listen|live updates|live blog)(?: (?:articles?|stories|coverage|reading|news))?: \S/i,
  /^https?:\/\/\S+$/,
  // Share lines
  /^(?:share|tweet|e-?mail|print|save|comments?|pin it|copy link|facebook|twitter|whatsapp|linkedin|reddit|flipboard)(?:[\s,|·•/]+(?:share|tweet|e-?mail|print|save|comments?|pin it|copy link|facebook|twitter|whatsapp|linkedin|reddit|flipboard|x|\d+))*\W*$/i,
  /^(?:share|tweet|email|print) (?:this|the|via|on)(?: (?:article|story|post|page|facebook|twitter|x|email|whatsapp|linkedin))*\W*$/i,
  /^(?:follow|like) (?:us|me|[\p{L}@][\p{L}\p{N} .’'@_-]{1,50}?) on (?:twitter|x|facebook|instagram|threads|bluesky|mastodon|youtube|tiktok)\b.{0,80}$/iu,
  // Newsletters, subscriptions, advertisements
  /^[^\w"“‘']*(?:sign up|subscribe|get|want|join|enter your|download)\b.{0,200}\b(?:newsletters?|inbox|subscri\w+|e-?mail (?:address|alerts?|updates)|(?:news|breaking|push) alerts|our app|free trial)\b/is,
  /^[^\w"“‘']*(?:sign up|subscribe) (?:here|now|today|to|for)\b[^.]{0,80}\W*$/i,
  /^[^\w"“‘']*(?:advertisement|sponsored(?: content)?|promoted|story continues(?: below)?(?: advertisement)?|article continues(?: below)?|scroll to continue|skip advertisement|loading)\W*$/i,
  /^[^\w"“‘']*(?:support|donate|become a (?:member|subscriber|supporter))\b.{0,120}\b(?:journalism|newsroom|today|now)\W*$/i,
  // Corrections and notes of the newsroom
  /^[^\w"“‘']*(?:corrections?|clarifications?|editor[’']?s[’']? note|editors[’'] note)\b ?(?:\([^)]*\) ?)?[:—–-]/i,
  /^[^\w"“‘']*(?:this|the|an earlier version of this) (?:story|article|post|report|piece|headline)(?: has been| was| is)? ?(?:updated|corrected|amended|first published|originally (?:published|appeared)|incorrectly|misstated|mis\w+)\b/i,
  // Reporting credits and rights
  /^[^\w"“‘']*(?:additional )?(?:reporting|writing|editing|compiled|translated|production) by \p{Lu}/iu,
  /^[^.!?]{0,200}\bcontributed (?:reporting )?to this (?:report|story|article|post|piece)\.?$/i,
  /^[^\w"“‘']*(?:©|\(c\) ?\d|copyright\b.{0,20}\d{4})/i,
  /^all rights reserved\.?/i,
  /\bmay not be (?:published|reproduced|redistributed)\b.{0,80}\b(?:rewritten|redistributed|permission|consent)\b/i,
  // The end mark of a press release
  /^[^\w"“‘']*(?:-?30-?|###?|ends|\*\*\*|_{2,})\W*$/i,
];

/** Whether a paragraph is a caption, a credit, a link, a share line, an advertisement or a newsroom's note. */
export function isBoilerplate(paragraph: string): boolean {
  return paragraph.length <= LONGEST && BOILERPLATE.some(pattern => pattern.test(paragraph));
}
