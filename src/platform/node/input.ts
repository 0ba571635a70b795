import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** What stands in the way of reading a file, as a phrase for the user. */
export class UnreadableError extends Error {}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'is a directory',
};

/** @throws UnreadableError where the file is missing, is a directory or may not be read */
export async function openFile(path: string): Promise<Readable> {
  try {
    const handle = await open(path);
    if ((await handle.stat()).isDirectory()) {
      await handle.close();
      throw new UnreadableError('is a directory');
    }
    return createReadStream(path, { fd: handle });
  } catch (error) {
    throw unreadable(error);
  }
}

/** @throws UnreadableError where reading fails */
export async function readAll(stream: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) chunks.push(chunk);
  } catch (error) {
    throw unreadable(error);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads UTF-8 line by line, as slowly as the lines are taken. Only `\n` and `\r\n` end a line: U+2028 may stand
 * unescaped within a line of JSON, and Node's own reader would break it there.
 */
export async function* readLines(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending: string[] = [];
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      const lines = decoder.decode(chunk, { stream: true }).split('\n');
      const last = lines.pop() ?? '';
      for (const line of lines) {
        yield [...pending, line].join('').replace(/\r$/, '');
        pending = [];
      }
      pending.push(last);
    }
  } catch (error) {
    throw unreadable(error);
  }
  const rest = pending.join('') + decoder.decode();
  if (rest !== '') yield rest;
}

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** The bytes are no valid UTF-8. */
  readonly damaged: boolean;
}

/**
 * Decodes what an editor would show: UTF-8, or UTF-16 by its byte order mark. Bytes that are no UTF-8 are read as
 * Windows-1252 where no other character beyond ASCII is valid UTF-8, else with replacement characters.
 *
 * @throws UnreadableError for a binary file
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (utf16) {
    const text = new TextDecoder(utf16).decode(bytes);
    return { text, encoding: 'UTF-16', damaged: false };
  }
  if (bytes.subarray(0, 8192).includes(0)) throw new UnreadableError('is a binary file, not text');
  const text = new TextDecoder().decode(bytes);
  if (!text.includes('\ufffd') || isValidUtf8(bytes)) return { text, encoding: 'UTF-8', damaged: false };
  const mixed = /[^\x00-\x7f\ufffd]/.test(text);
  return mixed
    ? { text, encoding: 'UTF-8 with replacement characters', damaged: true }
    : { text: decodeWindows1252(bytes), encoding: 'Windows-1252', damaged: true };
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** `TextDecoder` of Node 20 takes Windows-1252 for Latin-1, and so loses the quotation marks. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, character => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
}

/** U+FFFD may stand in the text itself. */
function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** What a file system's error means to the user, as {@link UnreadableError}; any other error as it is. */
export function unreadable(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UnreadableError || !('code' in error)) return error;
  return new UnreadableError(REASONS[String(error.code)] ?? `cannot be read (${String(error.code)})`);
}
