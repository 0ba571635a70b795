import { splitParagraphs } from '../analysis/paragraphs';
import { detectLanguage } from './language';

/** Why a file is left alone. */
export type JudgeReason = 'empty' | 'not-prose' | 'not-english';

export interface Judgement {
  readonly eligible: boolean;
  /** Null where the file is eligible. */
  readonly reason: JudgeReason | null;
  /** As {@link detectLanguage} gives it; `und` as well where the file is no prose. */
  readonly language: string;
}

/** In UTF-16 code units: enough to know a file by, however long it is. */
const SAMPLE = 16_384;

/**
 * Judges whether a file is a news article that the analysis can read: prose, and English.
 *
 * A file of the language `news-article` is taken for prose; a text too short to tell its language is taken for
 * English. Looks at the beginning of the text only.
 *
 * @param fileName with or without its folders
 */
export function judge(
  text: string,
  { fileName, languageId }: { readonly fileName: string; readonly languageId: string },
): Judgement {
  const sample = sampleOf(text);
  if (!/[^\s\p{Cc}\ufeff]/u.test(sample)) return { eligible: false, reason: 'empty', language: 'und' };
  if (languageId !== 'news-article' && !(isProseName(fileName) && isProse(sample))) {
    return { eligible: false, reason: 'not-prose', language: 'und' };
  }
  const language = detectLanguage(sample);
  const english = language === 'en' || language === 'und';
  return { eligible: english, reason: english ? null : 'not-english', language };
}

/** The beginning of the text, up to the end of a line where there is one. */
function sampleOf(text: string): string {
  const sample = text.trimStart().slice(0, SAMPLE);
  if (sample.length < SAMPLE) return sample;
  const lastLine = sample.lastIndexOf('\n');
  return lastLine > SAMPLE / 2 ? sample.slice(0, lastLine) : sample;
}

/** Files of a software project, a web site or a list, whatever their language. */
const OTHER_NAMES = new RegExp(
  '^(?:' +
    'requirements|constraints|packages|cmakelists|robots|humans|security|ads|app-ads|llms|llms-full|sitemap|' +
    'changelog|changes|history|release[-_ ]?notes|releases?|' +
    'licen[sc]es?|copying|copyright|notices?|third[-_ ]?party[-_ ]?(?:notices?|licen[sc]es?)|' +
    'authors|contributors|maintainers|codeowners|credits|' +
    'readme|contributing|code[-_]of[-_]conduct|support|governance|todo|install|manifest|version' +
    ')(?:[-_.].*)?$',
  'i',
);
const OTHER_EXTENSIONS =
  /\.(?:log|csv|tsv|json[5cl]?|ndjson|ya?ml|toml|ini|cfg|conf|config|properties|env|lock|diff|patch|sql|xml|html?|svg|srt|vtt|tex|bib|sh|bat|ps1|m?[jt]sx?|py|rb|go|rs|c|h|cpp|cs|java|php)$/i;

function isProseName(fileName: string): boolean {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  return !name.startsWith('.') && !OTHER_NAMES.test(name) && !OTHER_EXTENSIONS.test(name);
}

function isProse(sample: string): boolean {
  if (isMarkup(sample) || isLicence(sample)) return false;
  const body = textOf(sample);
  const lines = body.split(/[\r\n\u2028\u2029]+/).filter(line => line.trim() !== '');
  if (isLog(lines) || isSeparated(lines) || isSettings(lines) || isChangelog(lines)) return false;
  return readsAsSentences(body);
}

/** Without front matter, fenced code and the tags of embedded HTML. */
function textOf(sample: string): string {
  return sample
    .replace(/^(---|\+\+\+)[ \t\r]*\n[^]*?\n\1[ \t\r]*\n/, '')
    .replace(/^(```|~~~)[^]*?^\1/gm, '')
    .replace(/<\/?[a-z][^<>]*>/gi, '');
}

function isMarkup(sample: string): boolean {
  return /^(?:#!|<\?|<!|<[a-z][\w-]*[\s>]|\{\s*["}]|\[\s*[[{"])/i.test(sample);
}

function isLicence(sample: string): boolean {
  return /Permission is hereby granted, free of charge|Redistribution and use in source and binary forms|Apache License\s+Version|GNU (?:\w+ )?GENERAL PUBLIC LICENSE|Mozilla Public License,? Version|Creative Commons Legal Code|free and unencumbered software|^\W*(?:The )?(?:MIT|ISC|BSD)[^\n]{0,20} License/i.test(
    sample.slice(0, 1000),
  );
}

function share(lines: readonly string[], test: (line: string) => boolean): number {
  return lines.length === 0 ? 0 : lines.filter(test).length / lines.length;
}

/** A time or a level at the start of the line. */
function isLog(lines: readonly string[]): boolean {
  const entry =
    /^\W{0,2}(?:\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d|[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d|\d{10,13}\b|(?:DEBUG|INFO|WARN(?:ING)?|ERROR|TRACE|FATAL)\b|\d{1,3}(?:\.\d{1,3}){3} )/;
  return share(lines, line => entry.test(line)) > 0.3;
}

/** Comma-separated values and their kin: the same number of separators on nearly every line. */
function isSeparated(lines: readonly string[]): boolean {
  if (lines.length < 3) return false;
  // In sentences a space comes after every comma.
  const comma = share(lines, line => ENDS.test(line)) > 0.3 ? /,(?=\S)/g : /,/g;
  return [/\t/g, /;/g, /\|/g, comma].some(separator => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.match(separator)?.length ?? 0;
      counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    const fewest = separator === comma ? 2 : 1;
    return [...counts].some(([count, times]) => count >= fewest && times >= 0.8 * lines.length);
  });
}

/** `key = value`, `Key: value` without a sentence, `package==1.0`. */
function isSettings(lines: readonly string[]): boolean {
  const setting = /^\s*(?:[\w.-]+\s*(?:[=~<>!]=|=)|\[[\w. -]+\]\s*$|[\w.-]+:(?:\s*$|\s+\S{1,40}$))/;
  return share(lines, line => setting.test(line)) > 0.4;
}

function isChangelog(lines: readonly string[]): boolean {
  const versions = lines.filter(line =>
    /^\W{0,6}v(?:ersion )?\.?\d+\.\d|^\W{0,6}\d+\.\d+\.\d+\b/i.test(line),
  );
  return versions.length >= 2;
}

/** Whether most of the text stands in sentences; a headline or two are given the benefit of the doubt. */
function readsAsSentences(body: string): boolean {
  const paragraphs = splitParagraphs(body).map(({ start, end }) => body.slice(start, end));
  let inSentences = 0;
  let all = 0;
  for (const paragraph of paragraphs) {
    all += paragraph.length;
    if (isSentence(paragraph)) inSentences += paragraph.length;
  }
  if (inSentences > 0) return inSentences >= 0.5 * all;
  return paragraphs.length <= 2 && paragraphs.every(isHeadline);
}

const ENDS = /[.!?…:;。！？؟।,–—-]["”“’'»)\]*_]*$/;
const SCRIPT_WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

function isSentence(paragraph: string): boolean {
  if ((paragraph.match(SCRIPT_WITHOUT_SPACES)?.length ?? 0) > 8) return true;
  const words = paragraph.split(/\s+/).length;
  const long = words >= 20;
  if (words < 4 || (!long && !ENDS.test(paragraph))) return false;
  const letters = paragraph.match(/[\p{L}\p{M}\s]/gu)?.length ?? 0;
  const symbols = paragraph.match(/[{}[\]<>=|\\/@#^_+~`]/g)?.length ?? 0;
  return (
    letters >= 0.8 * paragraph.length && symbols <= 0.03 * paragraph.length && paragraph.length / words < 20
  );
}

function isHeadline(paragraph: string): boolean {
  if (/[\r\n]/.test(paragraph)) return false;
  const words = paragraph.split(/\s+/);
  return (
    words.length >= 3 &&
    words.length < 20 &&
    words.every(word => /^[\p{P}$£€]*[\p{L}\p{N}][\p{L}\p{N}\p{P}%]*$|^[–—-]$/u.test(word))
  );
}
