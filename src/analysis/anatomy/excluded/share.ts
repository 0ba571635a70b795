const PLACE =
  '(?:share|tweet|e-?mail|print|save|comments?|pin it|copy link|facebook|twitter|whatsapp|linkedin|reddit|flipboard)';
const NETWORK = '(?:twitter|x|facebook|instagram|threads|bluesky|mastodon|youtube|tiktok)';

/** Buttons and invitations to pass the article on or to follow someone. */
export const SHARE: readonly RegExp[] = [
  new RegExp(`^${PLACE}(?:[\\s,|·•/]+(?:${PLACE}|x|\\d+))*\\W*$`, 'i'),
  /^(?:share|tweet|email|print) (?:this|the|via|on)(?: (?:article|story|post|page|facebook|twitter|x|email|whatsapp|linkedin))*\W*$/i,
  /^(?:share|like|comment)(?:,? (?:and|or|&) (?:share|like|comment|subscribe))? (?:below|this|on)\b.{0,40}$/i,
  new RegExp(`^(?:follow|like) (?:us|me|[\\p{L}@][\\p{L}\\p{N} .’'@_-]+?) on ${NETWORK}\\b.{0,80}$`, 'iu'),
  /^follow (?:[@#]\w+(?:,| and| or)? ?)+(?:on \w+)?\W*$/i,
  new RegExp(`^on ${NETWORK},? follow \\p{Lu}.{0,120}$`, 'iu'),
  /^(?:do you support .{2,50}\? )?like the page\W*$/i,
  /^(?:view|show|leave a|post a|\d+) comments?\W*$/i,
  /^join the (?:conversation|discussion)\b.{0,60}$/i,
];
