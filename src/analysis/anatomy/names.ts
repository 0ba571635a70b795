/** Sources of patterns, for people's names and for places, agencies and dates as articles print them. */

const PARTICLE = '(?:de|del|della|der|van|von|den|di|da|dos|la|le|el|al|bin|ibn|ter|ten|y)';
const NAME_WORD = "(?:\\p{Lu}\\.(?:-?\\p{Lu}\\.)*|(?:\\p{Lu}[’']|Mc|Mac)?\\p{Lu}[\\p{L}’'-]+)";

/** Two to five words: Ida Brandt, J.P. van der Lund, IDA BRANDT. */
export const NAME = `${NAME_WORD}(?:\\s+(?:${PARTICLE}\\s+){0,2}${NAME_WORD}){1,3}`;

export const AGENCY =
  '(?:AP|AFP|UPI|EFE|dpa|ANSA|Reuters|Bloomberg|Xinhua|Kyodo|Associated Press|Agence France-Presse|Press Association|PA|CNN|NPR|BBC|TASS|Interfax)';
