import type { Actor, Analysis } from '../analysis/contract';
import { claimRows, rolesOf, titleOf, type ClaimRow } from './claimRows';
import { clean, count, quote } from './words';

/** Who said what, for people to read: a section for each source, in the order in which they first speak; nobody comes last. */
export function toMarkdown(analysis: Analysis, text: string): string {
  const { headline, date, outlet } = analysis.article;
  const rows = claimRows(analysis, text);
  const bySource = groupBySource(rows);
  const title = headline ? quote(text, [headline]) : titleOf(analysis);
  const facts = [...(headline ? [titleOf(analysis)] : []), date ?? '', clean(outlet ?? '')];
  const parts = [
    `# ${escaped(title || 'Who said what')}`,
    [
      facts
        .filter(fact => fact !== '')
        .map(escaped)
        .join(' · '),
      counts(bySource),
    ]
      .filter(line => line !== '')
      .join('\n\n'),
    ...bySource.flatMap(claims => [heading(claims), claims.map(claimLine).join('\n')]),
  ];
  return parts.filter(part => part !== '').join('\n\n') + '\n';
}

function groupBySource(rows: readonly ClaimRow[]): ClaimRow[][] {
  const groups = new Map<string | null, ClaimRow[]>();
  for (const row of rows) {
    const id = row.claim.source?.actor ?? null;
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  const nobody = groups.get(null);
  groups.delete(null);
  return [...groups.values(), ...(nobody ? [nobody] : [])];
}

function counts(bySource: readonly (readonly ClaimRow[])[]): string {
  const sources = bySource.filter(([first]) => first?.claim.source);
  const anonymous = sources.filter(([first]) => first?.source?.anonymous).length;
  const claims = bySource.reduce((sum, rows) => sum + rows.length, 0);
  const unnamed = anonymous > 0 ? `, ${anonymous} without a name` : '';
  return `${count(claims, 'claim')}, ${count(sources.length, 'source')}${unnamed}.`;
}

function heading(rows: readonly ClaimRow[]): string {
  const [row] = rows;
  if (!row?.claim.source) return '## Nobody given';
  const about = row.source ? aboutActor(row.source) : '';
  return `## ${escaped(row.sourceName)}${about && `\n\n_${escaped(about)}_`}`;
}

function aboutActor(actor: Actor): string {
  const kind = actor.type === 'unknown' ? '' : actor.type;
  const unnamed = actor.anonymous ? 'without a name' : '';
  return [...rolesOf(actor), kind, unnamed, clean(actor.note ?? '')].filter(it => it !== '').join(' · ');
}

/** The words, then how and by whom they came, and where they stand. */
function claimLine({ claim, words, cue, via, channel, hearsay, line }: ClaimRow): string {
  const about = [
    cue,
    ...via.map(name => `via ${name}`),
    ...channel.map(name => `to or in: ${name}`),
    ...(hearsay === '' ? [] : [`hearsay: ${hearsay}`]),
    ...(claim.verification
      ? [[claim.verification.status, clean(claim.verification.note)].filter(it => it !== '').join(': ')]
      : []),
    `line ${line}`,
  ].filter(it => it !== '');
  return `- ${escaped(words)} (${about.map(escaped).join('; ')})`;
}

/** The article's words are no markup, wherever they stand. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#&~|$]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
