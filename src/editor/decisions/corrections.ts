import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { AnonymityClass, Span } from '../../analysis/contract';
import { anchorAt, locate } from '../../articles/decisions/anchor';
import {
  addClaim,
  addQuote,
  addSource,
  anonymous,
  confirm,
  named,
  notClaim,
  notQuote,
  notSource,
  otherSource,
  sameAs,
  split,
} from '../../articles/decisions/builders';
import type { Correction, Decision } from '../../articles/decisions/decision';
import type { DecisionStore } from '../../articles/decisions/store';
import { extentOf, overlaps } from '../../articles/spans';
import type { ActiveArticle } from '../activeArticle';
import { decisionInWords, quoted } from './correctionWords';
import { aboutArticle, subjectOf, wordsOf, type Subject, type SubjectWith } from './correctionSubject';
import { anew, type Decider } from './decide';
import { keyOf } from '../documents';
import { showSpans } from '../navigation';
import { SHOW_DECISION } from '../tree/treeItems';
import type { DecisionNode } from '../tree/treeModel';
import { anonymityInBrief, claimCount, rolesInWords } from '../words';

/** What a command needs to be about. */
export type Needs = 'claim' | 'actor' | 'quotation' | 'selection';

/** A finding, or words, that are set right; nothing where the user thinks better of it. */
interface CorrectionCommand<N extends Needs = Needs> {
  readonly needs: N;
  readonly decide: (subject: SubjectWith<N>) => Correction | undefined | Promise<Correction | undefined>;
}

const about = <N extends Needs>(needs: N, decide: CorrectionCommand<N>['decide']) =>
  ({ needs, decide }) as CorrectionCommand;

/** By command; each takes an item of the tree, or `(article's key, span)`, or nothing for the place of the cursor. */
export const CORRECTIONS: Readonly<Record<string, CorrectionCommand>> = {
  'sourcelight.confirmClaim': about('claim', ({ decided, claim }) => confirm(decided, claim)),
  'sourcelight.notClaim': about('claim', ({ decided, claim }) => notClaim(decided, claim)),
  'sourcelight.otherSource': about('claim', askForSource),
  'sourcelight.notQuote': about('quotation', ({ decided, quotation }) => notQuote(decided, quotation)),
  'sourcelight.notSource': about('actor', ({ article, decided, actor, mention }) =>
    mention ? notSource(decided, [mention], 'mention') : notSource(decided, wordsOf(article, actor), 'actor'),
  ),
  'sourcelight.sameActor': about('actor', askForSame),
  'sourcelight.splitActor': about('actor', askForSplit),
  'sourcelight.namedOrAnonymous': about('actor', askForClass),
  'sourcelight.addClaim': about('selection', askForClaim),
  'sourcelight.addSource': about('selection', ({ decided, selection, claim }) =>
    addSource(decided, selection, claim),
  ),
  'sourcelight.addQuote': about('selection', ({ decided, selection }) => addQuote(decided, selection)),
};

const MISSING: Readonly<Record<Needs, () => string>> = {
  claim: () => l10n.t('There is no claim at the cursor.'),
  actor: () => l10n.t('There is no source at the cursor.'),
  quotation: () => l10n.t('There is no quote at the cursor.'),
  selection: () => l10n.t('Select the words in the article first.'),
};

/** Tells why a command did nothing. */
export function tellMissing(needs: Needs): void {
  void vscode.window.showInformationMessage(MISSING[needs]());
}

/** Lets the user set findings right, and take that back. */
export function registerCorrections(context: {
  readonly active: ActiveArticle;
  readonly decisions: DecisionStore;
  readonly decider: Decider;
}): vscode.Disposable {
  const { active, decisions, decider } = context;
  const correct = async ({ needs, decide }: CorrectionCommand, args: readonly unknown[]) => {
    const subject = await subjectOf(args, active, decisions);
    if (!subject?.[needs]) {
      tellMissing(needs);
      return;
    }
    // What it needs is there.
    const decision = await decide(subject as Parameters<typeof decide>[0]);
    if (decision) await decider.decide(subject.key, decision);
  };
  const onNode = (command: string, run: (node: DecisionNode) => unknown) =>
    vscode.commands.registerCommand(command, run);
  return vscode.Disposable.from(
    ...Object.entries(CORRECTIONS).map(([command, correction]) =>
      vscode.commands.registerCommand(command, (...args: unknown[]) => correct(correction, args)),
    ),
    vscode.commands.registerCommand('sourcelight.undoDecision', () =>
      decider.undo(active.document && keyOf(active.document)),
    ),
    vscode.commands.registerCommand('sourcelight.takeBackDecision', async (...args: unknown[]) => {
      const subject = await subjectOf(args, active, decisions);
      const taken = subject && (await askForDecision(subject, decisions.of(subject.key)));
      if (subject && taken) await decider.takeBack(subject.key, [taken]);
    }),
    onNode('sourcelight.removeDecision', ({ key, decision }) => decider.takeBack(key, [decision])),
    onNode('sourcelight.moveDecision', async ({ key, decision }) => {
      const there = aboutArticle(key, active.articles, decisions);
      if (!there?.selection) {
        tellMissing('selection');
        return;
      }
      const target = anchorAt(there.article.text, there.selection);
      await decider.replace(key, decision, { ...anew(decision), target });
    }),
    onNode(SHOW_DECISION, async ({ key, decision }) => {
      const there = aboutArticle(key, active.articles, decisions);
      const span = there && locate(there.article.text, decision.target);
      if (span) await showSpans(vscode.Uri.parse(key, true), [span]);
    }),
  );
}

async function askForSource({
  article,
  decided,
  claim,
  selection,
}: SubjectWith<'claim'>): Promise<Correction | undefined> {
  const now = claim.source?.actor;
  const words: Choice[] =
    selection && !overlaps(claim.content, selection)
      ? [{ label: `$(selection) “${quoted(article.words([selection]))}”`, source: [selection] }]
      : [];
  const nobody: Choice[] = now === undefined ? [] : [{ label: l10n.t('$(question) Nobody'), source: null }];
  const picked = await vscode.window.showQuickPick(
    [...words, ...actorChoices(article, id => id !== now), ...nobody],
    {
      title: l10n.t('Who Says “{0}”?', quoted(article.words(claim.content))),
      placeHolder: l10n.t('To choose other words of the article, select them first'),
      matchOnDescription: true,
    },
  );
  return picked && otherSource(decided, claim, picked.source);
}

async function askForSame({
  article,
  decided,
  actor,
}: SubjectWith<'actor'>): Promise<Correction | undefined> {
  const picked = await vscode.window.showQuickPick(
    actorChoices(article, id => id !== actor.id),
    { title: l10n.t('Who Is the Same as “{0}”?', quoted(actor.name)), matchOnDescription: true },
  );
  return picked?.source ? sameAs(decided, wordsOf(article, actor), picked.source) : undefined;
}

/** A mention at the cursor is split off at once; of an actor of the tree, those that are chosen. */
async function askForSplit({
  article,
  decided,
  actor,
  mention,
}: SubjectWith<'actor'>): Promise<Correction | undefined> {
  if (mention) return split(decided, [mention]);
  const picked = await vscode.window.showQuickPick(
    actor.mentions.map(({ span }) => ({
      label: article.words(span),
      description: quoted(surroundings(article.text, span)),
      span,
    })),
    {
      title: l10n.t('Which Mentions Are Not “{0}”?', quoted(actor.name)),
      canPickMany: true,
      matchOnDescription: true,
    },
  );
  const [first, ...others] = picked?.map(({ span }) => span) ?? [];
  if (!first) return undefined;
  const name = await vscode.window.showInputBox({
    title: l10n.t('Who Is It Instead?'),
    prompt: l10n.t('A name, or nothing: then as the words call them'),
  });
  return name === undefined ? undefined : split(decided, first, others, name.trim() || null);
}

async function askForClass({
  article,
  decided,
  actor,
}: SubjectWith<'actor'>): Promise<Correction | undefined> {
  const classes: readonly AnonymityClass[] = ['individual', 'group', 'role', 'collective'];
  const now = actor.anonymity?.class;
  const choices = [null, ...classes].map(chosen => ({
    chosen,
    label: chosen ? classWords[chosen]() : l10n.t('Named'),
    description: (chosen ?? undefined) === now ? l10n.t('now') : '',
  }));
  const picked = await vscode.window.showQuickPick(choices, {
    title: l10n.t('Is “{0}” Named?', quoted(actor.name)),
  });
  if (!picked) return undefined;
  const words = wordsOf(article, actor);
  return picked.chosen ? anonymous(decided, words, picked.chosen) : named(decided, words);
}

const classWords: Readonly<Record<AnonymityClass, () => string>> = {
  individual: () => l10n.t('Not named: one person'),
  group: () => l10n.t('Not named: several people'),
  role: () => l10n.t('Not named: speaks for an organization ({0})', anonymityInBrief.role()),
  collective: () => l10n.t('Not named: speaks as one body'),
};

async function askForClaim({
  article,
  decided,
  selection,
}: SubjectWith<'selection'>): Promise<Correction | undefined> {
  const picked = await vscode.window.showQuickPick(
    [
      ...actorChoices(article, () => true),
      { label: l10n.t('$(question) Nobody'), source: null } satisfies Choice,
    ],
    { title: l10n.t('Who Says “{0}”?', quoted(article.words([selection]))), matchOnDescription: true },
  );
  return picked && addClaim(decided, selection, picked.source);
}

/** One of those that changed a finding; the only one is not asked for. */
async function askForDecision(
  { claim, actor, article, quotation }: Subject,
  decisions: readonly Decision[],
): Promise<Decision | undefined> {
  const quote = article.analysis.quotations.find(({ span }) => span === quotation);
  const ids = new Set([claim, actor, quote].flatMap(finding => finding?.decisions ?? []));
  const items = decisions.flatMap(decision =>
    decision.kind !== 'dismiss' && ids.has(decision.id)
      ? [{ label: decisionInWords(decision), description: `“${quoted(decision.target.exact)}”`, decision }]
      : [],
  );
  if (items.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('Nothing was decided about this.'));
    return undefined;
  }
  if (items.length === 1) return items[0]?.decision;
  const picked = await vscode.window.showQuickPick(items, { title: l10n.t('Which Decision to Take Back') });
  return picked?.decision;
}

interface Choice extends vscode.QuickPickItem {
  /** Words that name who it is; null for nobody. */
  readonly source: readonly Span[] | null;
}

/** Those who claim something come first. */
function actorChoices(article: Subject['article'], isOffered: (id: string) => boolean): Choice[] {
  const sources = new Set(article.sources);
  const others = article.analysis.actors.filter(actor => !sources.has(actor));
  return [...sources, ...others]
    .filter(({ id }) => isOffered(id))
    .flatMap((actor): Choice[] => {
      const words = wordsOf(article, actor);
      const claims = article.claimsOf(actor.id).length;
      const roles = rolesInWords(actor).slice(0, 1);
      const description = [...roles, ...(claims > 0 ? [claimCount(claims)] : [])].join(' · ');
      return words.length > 0 ? [{ label: actor.name, description, source: words }] : [];
    });
}

/** So many characters around a mention tell which one it is. */
const AROUND = 24;

function surroundings(text: string, span: readonly Span[]): string {
  const { start, end } = extentOf(span);
  return `…${text.slice(Math.max(0, start - AROUND), end + AROUND)}…`;
}
