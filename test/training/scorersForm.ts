import type { PrecisionRecall } from '../../training/score';
import { QUOTED_SPEECH } from '../../training/scoreAttributions';
import type { Scores } from '../../training/scoreReport';

const short = ({ precision, recall, f1 }: PrecisionRecall) => ({ P: precision, R: recall, F: f1 });

/** Our scores in the form of the scorers of the evaluation data. */
export const inScorersForm = ({ attributions, actors }: Scores) => ({
  attributions: {
    gold: attributions.gold,
    pred: attributions.predicted,
    content: short(attributions.content),
    contentStrict: short(attributions.contentExact),
    endToEnd: short(attributions.endToEnd),
    sourceAccuracy: attributions.sourceRight,
    sourceExact: attributions.sourceExact,
    cueAccuracy: attributions.cueRight,
    tokens: {
      content: short(attributions.words.content),
      source: short(attributions.words.source),
      cue: short(attributions.words.cue),
    },
    recallBy: Object.fromEntries([...attributions.found].filter(([group]) => group !== QUOTED_SPEECH)),
  },
  actors: actors && {
    found: actors.found,
    actor: actors.actorRight,
    named: actors.namedRight,
    anonRecall: actors.anonymous.recall,
    anonPrecision: actors.anonymous.precision,
    mentionF: actors.coreference.mentions,
    muc: actors.coreference.muc,
    b3: actors.coreference.b3,
    ceafe: actors.coreference.ceafe,
    conll: actors.coreference.mean,
  },
});
