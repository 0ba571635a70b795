import { CREDITED } from './credits';

/** What stands under a picture and says what it shows. */
export const CAPTIONS: readonly RegExp[] = [
  /^(?:Photo(?:graph)?|Image|Picture|Video|Graphic|Illustration|Caption|File photo|FILE PHOTO)s?(?: caption)?(?:: ?| [—–-] )[“‘"']?(?:\p{Lu}|\d|(?:the|an?) )/u,
  /^(?:Image|Media|Video) caption,? \S/,
  /^FILE(?: ?[—–-]|:)/,
  new RegExp(
    `[(/]\\s?(?:(?:Photo|Image) by )?[^()]{0,80}\\b(?:${CREDITED}|AP Photo|Handout|File|Courtesy)[^()]{0,40}\\)\\.?$`,
  ),
  /[(/[](?:[Pp]hoto(?:graph)?|[Ii]mage|[Pp]icture|[Ii]llustration)(?: by| courtesy of|:| credit:) [^()]{2,80}[)\]]\.?$/,
  /[.!?”"’)] (?:Photo(?:graph)?|Picture|Image|Illustration|(?:Photo |Image |Picture )?[Cc]redit)s?(?: by|:) ?\p{Lu}[^.!?]{1,80}\.?$/u,
  /^(?:Pictured(?: above| below)?|(?:Above|Below|Left|Right|Top|Bottom|Center|Centre)(?: (?:left|right))?|From left(?: to right)?|Clockwise from [\p{L} ]{3,20}): (?:\p{Lu}|(?:the|an?) )[^.!?]{2,200}\.?$/u,
  /^(?:From left(?: to right)?|Clockwise from (?:the )?(?:top|bottom|left|right|upper|lower)(?: (?:left|right))?), \p{Lu}/u,
  // Markdown and HTML
  /^(?:\[?!\[[^\]]{0,1000}\](?:\([^)\n]{0,2000}\)|\[[\w-]{1,40}\])(?:\]\([^)\n]{0,2000}\))?(?:\{[^}]{0,200}\})?\s*)+$/,
  /^!\[[^\]]{0,1000}\]\([^)\n]{0,2000}\)\s*([*_]{1,3})[^*_]{1,400}\1$/,
  /^<\/?(?:figure|figcaption|img|picture|source)\b[^]*>$/i,
];

/** A Markdown or HTML image and nothing else: what stands right under it may be its caption. */
export function isImage(paragraph: string): boolean {
  return /^(?:\[?!\[[^\]]{0,1000}\]|<(?:figure|img|picture)\b)/i.test(paragraph);
}
