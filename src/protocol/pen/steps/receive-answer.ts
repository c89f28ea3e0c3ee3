import { readAnswerMeans } from '../answer-means.ts';
import type { FoundProblem, ReceiveProgress } from '../receive-progress.ts';
import { begunAgain } from './receive-metadata.ts';
import { noting, type Receipt } from './receive-step.ts';
import type { PenOutcome, PenStep } from './step.ts';

/** What speaks against taking it in, once all files are here or given up. */
export const judge = (receipt: Receipt, metadataSha256: string): PenStep => ({
  id: 'judge',
  effect: 'repeatable',
  needs: [],
  run: async (): Promise<PenOutcome> => {
    const { notes, tools } = receipt;
    const metadata = await tools.files.get(metadataSha256);
    if (!metadata) return begunAgain(receipt);
    const { processId, problems: about } = await tools.judge(await metadata.text());
    const problems = [...about, ...fileProblems(notes)];
    const { acceptsAlone } = await tools.settings();
    const isAccepted = problems.length === 0 && acceptsAlone;
    const answered = isAccepted && ({ answer: { kind: 'accept' } } as const);
    return {
      kind: 'applied',
      progress: { ...noting(receipt, { problems, ...answered }), processId },
      meaning: `problems ${problems.length}`,
    };
  },
});

/** What speaks against the files as they came. */
export const fileProblems = ({
  wanted = [],
  corrupt,
  missing,
}: ReceiveProgress): FoundProblem[] => {
  const named = (code: string, sha256s: readonly string[] = []): FoundProblem[] =>
    wanted
      .filter(({ sha256 }) => sha256s.includes(sha256))
      .map(({ nome }) => ({ code, what: nome }));
  return [...named('component-corrupt', corrupt), ...named('component-missing', missing)];
};

/** Id of the step that waits for the person. */
export const ANSWER = 'answer';

/** The person's word: it is taken in, or refused and why. */
export const answerByPerson = (receipt: Receipt): PenStep => ({
  id: ANSWER,
  effect: 'none',
  needs: ['consent'],
  run: async (): Promise<PenOutcome> => {
    const said = receipt.entry.consents.findLast(({ step }) => step === ANSWER);
    const answer = readAnswerMeans(said?.means ?? '');
    if (!answer) return { kind: 'pause', reason: 'fault' };
    return {
      kind: 'applied',
      progress: noting(receipt, { answer }),
      meaning: `answer-${answer.kind}`,
    };
  },
});
