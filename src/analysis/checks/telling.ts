const telling = new RegExp(
  '\\b(?:sa(?:y|ys|id)|t(?:ell|ells|old)|add(?:s|ed)?|according|citing|quot(?:es|ed)|describe[sd]?|recall(?:s|ed)?|' +
    'acknowledge[sd]?|confirm(?:s|ed)?|explain(?:s|ed)?|note[sd]?|warn(?:s|ed)?|insist(?:s|ed)?|reveal(?:s|ed)?|' +
    'disclose[sd]?|suggest(?:s|ed)?|concede[sd]?|admit(?:s|ted)?|claim(?:s|ed)?|report(?:s|ed)?|predict(?:s|ed)?|' +
    'maintain(?:s|ed)?|contend(?:s|ed)?|argue[sd]?|complain(?:s|ed)?|estimate[sd]?|alleg(?:es|ed)|den(?:y|ies|ied)|' +
    'stress(?:es|ed)?|emphasi[sz]e[sd]?|point(?:s|ed)? (?:out|to))\\b',
  'iu',
);
const withheld = /\b(?:not(?! to )|never|nor|neither|declin\w+|refus\w+|would|could|might)\b|n[’']t\b/iu;
const others =
  /\b(?:FBI|police|agents?|investigators?|prosecutors?|detectives?|officers?|courts?|jur(?:y|ors)|judges?|congress|parliament|lawmakers|committee|panel|inquiry|employees|staff|workers|supporters|donors|residents|citizens|customers|voters|crowd|audience|him|her|them)\b/iu;

/** Whether a cue hands on a claim: not "urged", "talked with" or "did not say". */
export const isTelling = (cue: string): boolean => telling.test(cue) && !withheld.test(cue);

/** Whether something was told to somebody other than a reporter. */
export const isToOthers = (addressee: string): boolean => others.test(addressee);
