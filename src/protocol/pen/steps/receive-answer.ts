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
    const problems = [...about, ...metProblems(notes)];
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

/** What speaks against the files as they came, and what the platform has said to an answer. */
export const metProblems = ({
  wanted = [],
  corrupt,
  missing,
  answerRefused,
}: ReceiveProgress): FoundProblem[] => {
  const named = (code: string, sha256s: readonly string[] = []): FoundProblem[] =>
    wanted
      .filter(({ sha256 }) => sha256s.includes(sha256))
      .map(({ nome }) => ({ code, what: nome }));
  return [
    ...(answerRefused === undefined ? [] : [{ code: 'answer-refused', what: answerRefused }]),
    ...named('component-corrupt', corrupt),
    ...named('component-missing', missing),
  ];
};

/** Id of the step that waits for the person, each time she is asked anew. */
const answerStep = ({ askedBefore = 0 }: ReceiveProgress): string =>
  askedBefore === 0 ? 'answer' : `answer:${askedBefore + 1}`;

/** The person's word: it is taken in, or refused and why; or what came to nothing is fetched again. */
export const answerByPerson = (receipt: Receipt): PenStep => {
  const id = answerStep(receipt.notes);
  return {
    id,
    effect: 'none',
    needs: ['consent'],
    run: async (): Promise<PenOutcome> => {
      const said = receipt.entry.consents.findLast(({ step }) => step === id);
      const word = readAnswerMeans(said?.means ?? '');
      if (!word) return { kind: 'pause', reason: 'fault' };
      const change = word.kind === 'fetch-again' ? fetchedAnew(receipt.notes) : { answer: word };
      return {
        kind: 'applied',
        progress: noting(receipt, change),
        meaning: `answer-${word.kind}`,
      };
    },
  };
};

const fetchedAnew = (notes: ReceiveProgress): ReceiveProgress => ({
  ...{ missing: undefined, corrupt: undefined, tries: undefined, problems: undefined },
  askedBefore: (notes.askedBefore ?? 0) + 1,
});
