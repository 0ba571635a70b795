import type { Actor, Analysis, Attribution, Span } from '../analysis/contract';

/**
 * A claim with who said it, as a sentence of its own: pronouns give way to names, and what the claim went through is told.
 *
 * Where the article's own sentence runs from its source to the end of the claim, it is kept from there on.
 *
 * @param text the text that was analysed
 */
export function claimSentence(analysis: Analysis, text: string, claim: Attribution): string {
  const { source, kind } = claim;
  const words = join(text, claim.content);
  const way = passedOn(analysis, text, claim);
  if (!source) return ended(`${capitalized(words)} (${[...way, 'no source given'].join('; ')})`);
  const name = nameOf(analysis, text, source.actor, source.mention);
  const through = way.length > 0 ? ` (${way.join('; ')})` : '';
  const own = ownSentence(text, claim);
  if (own !== undefined) return ended(`${capitalized(name)}${through} ${own}`);
  const telling = tellingOf(text, claim);
  if (kind === 'indirect' && telling !== '')
    return ended(`According to ${name}${through}, ${inSentence(words)}`);
  // The comma within the marks stands for a full stop.
  return ended(`${capitalized(name)}${through}${telling}: ${words.replace(/,(["”’'])$/, '.$1')}`);
}

/** The verb before a quote, with whom it was told to; empty where a colon behind a name is all there is. */
function tellingOf(text: string, { cue, channel }: Attribution): string {
  const [start, end] = [cue[0]?.start ?? 0, channel[0]?.mention.at(-1)?.end ?? 0];
  const toWhom = end > start ? oneLine(text.slice(start, end)) : '';
  const said = join(text, cue);
  if (said === '' || !/\p{L}/u.test(said)) return '';
  if (/^told [^.!?"“”]{1,60}$/.test(toWhom)) return ` ${toWhom}`;
  return /^\p{L}+(?<!ing)$/u.test(said) && said !== 'told' ? ` ${said}` : ' said';
}

/** The same as a block quote in Markdown, with the source below it. */
export function claimMarkdown(analysis: Analysis, text: string, claim: Attribution): string {
  const { source } = claim;
  const actor = source && analysis.actors.find(({ id }) => id === source.actor);
  const role = actor?.roles[0]?.text;
  const name = source
    ? `**${escaped(nameOf(analysis, text, source.actor, source.mention))}**`
    : '*no source given*';
  const known = actor && role !== undefined && !actor.name.toLowerCase().includes(role.toLowerCase());
  const about = [...(known ? [role] : []), ...passedOn(analysis, text, claim)].map(escaped);
  return `> ${escaped(join(text, claim.content))}\n>\n> — ${[name, ...about].join(', ')}\n`;
}

/** What the article says from behind the source to the end of the claim; none where they do not follow one another. */
function ownSentence(text: string, { source, cue, content }: Attribution): string | undefined {
  const from = Math.max(...(source?.mention ?? []).map(({ end }) => end));
  const first = Math.min(...content.map(({ start }) => start));
  const last = Math.max(...content.map(({ end }) => end));
  const isInOrder = cue.length > 0 && cue.every(({ start, end }) => from <= start && end <= first);
  if (!isInOrder || /[\r\n]|[.!?]["”’']?\s+\p{Lu}/u.test(text.slice(from, first))) return undefined;
  // A colon behind a speaker's name has no verb.
  if (!/\p{L}/u.test(join(text, cue))) return undefined;
  return oneLine(text.slice(from, last)).replace(/^[\s,]+/, '');
}

function passedOn(analysis: Analysis, text: string, { via, hearsay }: Attribution): string[] {
  return [
    ...via.map(({ actor, mention }) => `via ${nameOf(analysis, text, actor, mention)}`),
    ...(hearsay ? [`hearsay: “${join(text, [hearsay])}”`] : []),
  ];
}

function nameOf({ actors }: Analysis, text: string, id: string, mention: readonly Span[]): string {
  const actor: Actor | undefined = actors.find(actor => actor.id === id);
  return oneLine(actor?.name ?? join(text, mention));
}

function join(text: string, spans: readonly Span[]): string {
  return oneLine(spans.map(({ start, end }) => text.slice(start, end)).join(' … '));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Without what only begins a sentence, or only joins a claim to its cue. */
function inSentence(words: string): string {
  return words
    .replace(/^that\s+/i, '')
    .replace(/^(?:The|An?|It|He|She|They|We|This|That|These|Those|There)\b/, word => word.toLowerCase());
}

function ended(sentence: string): string {
  const words = sentence.replace(/(?<![,;:–—-])[,;:–—-]+(["”’']?)$/, '$1');
  return /[.!?…]["”’')]*$/.test(words) ? words : `${words}.`;
}

/** Text of the article as it is, whatever it would mean in Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^(\d+)([.)])|^([-+])/, '$1$3\\$2');
}
