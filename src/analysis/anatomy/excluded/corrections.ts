const ARTICLE =
  '(?:story|article|post|report|piece|column|headline|caption|photo caption|interview|conversation|transcript|version|essay|excerpt)';
const ERROR =
  '(?:incorrect(?:ly)?|mis(?:stated|spelled|spelt|identified|attributed|quoted|named|reported|characterized|characterised|said)|inaccurate(?:ly)?)';

/** What the newsroom says about the article itself: corrections, updates, notes. */
export const CORRECTIONS: readonly RegExp[] = [
  /^[^\w"“‘']*(?:corrections?|clarifications?)\b ?(?:\([^)]*\) ?)?[:—–-]/i,
  /^[^\w"“‘']*corrections?(?: appended)?\W*$/i,
  /^[^\w"“‘']*(?:editors?[’']?s?[’']? note|note to readers)\b ?(?:\([^)]*\) ?)?[:—–-]/i,
  new RegExp(
    `^[^\\w"“‘']*(?:this|the|an (?:earlier|previous) version of this) ${ARTICLE}(?: has been| was| is| has since been)? ?(?:updated|corrected|amended|edited|${ERROR})\\b`,
    'i',
  ),
  new RegExp(
    `^(?:because of an? .{2,40} error, )?an? (?:picture |photo )?(?:${ARTICLE}|picture|map|chart) (?:on|in|published|about|with)\\b.{2,300}\\b${ERROR}\\b`,
    'is',
  ),
];
