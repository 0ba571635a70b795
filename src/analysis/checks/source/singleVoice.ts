import type { Actor } from '../../contract';
import type { Rule } from '../rule';

/** With fewer claims an article is a brief, which may rest on one source. */
const fewestClaims = 5;

const speaksFor = /spokes/iu;

/** All claims of an article, unless it is an interview, come from one actor, its spokesmen counted in. */
export const singleVoice: Rule = {
  code: 'source.single-voice',
  find: article => {
    const claims = article.analysis.attributions.flatMap(({ id, cueKind, source }) => {
      const actor = source && article.actor(source.actor);
      return actor && cueKind === 'speech' && isKnown(actor)
        ? [{ id, actor, mention: source.mention[0] }]
        : [];
    });
    const [first] = claims;
    const isInterview = article.analysis.attributions.some(({ evidence }) =>
      evidence.includes('pattern:interview'),
    );
    if (isInterview || !first?.mention || claims.length < fewestClaims) return [];
    const voice = voiceOf(first.actor);
    if (claims.some(({ actor }) => voiceOf(actor) !== voice)) return [];
    return [
      {
        args: { source: article.actor(voice)?.name ?? first.actor.name, claims: claims.length },
        span: first.mention,
        attribution: first.id,
        actor: voice,
      },
    ];
  },
};

/** A pronoun that nobody was found for may be anyone, the one source included. */
const isKnown = ({ mentions }: Actor): boolean => mentions.some(({ form }) => form !== 'pronoun');

const voiceOf = ({ id, roles }: Actor): string =>
  roles.find(({ text, affiliation }) => speaksFor.test(text) && affiliation?.actor)?.affiliation?.actor ?? id;
