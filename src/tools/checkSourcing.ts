import type { Check } from '../analysis/contract';
import { pageOf } from './page';
import { Reader } from './reader';
import type { Subject, Tool } from './tool';

/** Which newsroom rules an article does not meet. */
export const checkSourcing: Tool = {
  name: 'check_sourcing',
  title: 'Check Sourcing',
  description:
    'Checks the sourcing of a news article against newsroom rules, such as a reason given for anonymity, and lists what is open, in the order of the text: the rule, what it is about, the words and their line, the claim and the source. Advice, not a verdict. Checks that the user has switched off or dismissed are not listed.',
  run: (subject, from) => {
    const reader = new Reader(subject.article);
    const { items, ...rest } = pageOf(subject.checks, from, check => checkIn(subject, reader, check));
    return { ...rest, checks: items };
  },
};

function checkIn({ explain }: Subject, reader: Reader, check: Check) {
  const { code, span, attribution, actor } = check;
  return {
    rule: code,
    about: explain(check),
    ...reader.quote([span]),
    line: reader.line([span]),
    claim: attribution,
    source: actor === null ? null : reader.actor(actor),
  };
}
