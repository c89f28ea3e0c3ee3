import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isJsonObject } from '../../src/base/json.ts';
import { proveByHint } from '../../src/outbox/resolve.ts';
import { recover } from '../../src/outbox/runner.ts';
import type { EntryState, LogRow } from '../../src/outbox/types.ts';
import { type Fault, type ModelCourt, modelCourt } from '../support/model-court.ts';
import { type Errand, markingSigner, recepcaoErrand } from '../support/recepcao-errand.ts';

const LOCAL_ID = '7b0b1f6e-0000-4000-8000-0000000000aa';
const FAULTS: Fault[] = [
  'none',
  'lost-before',
  'lost-after',
  'error-before',
  'error-after',
  'html',
  'truncated',
  'token-refused',
  'never-sent',
];

interface History {
  /** The fault of each request, in order; none after the last. */
  faults: Fault[];
  /** The program is killed before or after these writes, counted from the first. */
  kills: { write: number; when: 'before' | 'after' }[];
  /** Someone changes the delivery at the court before this request. */
  tamperAt: number | undefined;
}

const histories = ({ tampered }: { tampered: boolean }) =>
  fc.record<History>({
    faults: fc.array(fc.constantFrom(...FAULTS), { maxLength: 16 }),
    kills: fc.array(
      fc.record({
        write: fc.integer({ min: 1, max: 30 }),
        when: fc.constantFrom('before' as const, 'after' as const),
      }),
      { maxLength: 4 },
    ),
    tamperAt: tampered ? fc.integer({ min: 0, max: 12 }) : fc.constant(undefined),
  });

const play = async ({ faults, kills, tamperAt }: History) => {
  const court = modelCourt();
  let request = 0;
  court.nextFault = () => {
    if (request === tamperAt) tamper(court);
    return faults[request++] ?? 'none';
  };
  const errand = await recepcaoErrand({
    http: court.http,
    login: async () => ({
      value: 'a.b.c',
      representacao: 21,
      cpf: '1',
      expiresAt: 4e12,
      skewMs: 0,
    }),
    signer: markingSigner,
    frozen: {
      draftId: 'd1',
      spc: 'LIC',
      slp: 'REG_LICITACAO',
      mes: 2,
      ano: 2019,
      layoutSha256: '00',
      payload: { idDocumentoPDF: LOCAL_ID, codTipoEnvio: 1 },
    },
    files: [{ localId: LOCAL_ID, name: 'e.p7s', kind: 'p7s', content: new Blob(['edital']) }],
  });
  arm(errand, kills);
  return { court, errand, end: await untilItRests(court, errand) };
};

const tamper = ({ deliveries }: ModelCourt) => {
  for (const delivery of deliveries.values()) {
    if (delivery.statusEnvio === 'NAO_HOMOLOGADO') delivery.jsonNode.codTipoEnvio = 3;
  }
};

const arm = ({ store }: Errand, kills: History['kills']) => {
  let write = 0;
  const killAt = (when: 'before' | 'after') => {
    if (kills.some((kill) => kill.write === write && kill.when === when)) throw new Error('killed');
  };
  store.beforeSave = () => {
    write++;
    killAt('before');
    return undefined;
  };
  store.afterSave = () => killAt('after');
};

/** A person who answers truthfully, and a program that is started again whenever it was killed. */
const untilItRests = async (court: ModelCourt, errand: Errand): Promise<EntryState> => {
  for (let turn = 0; turn < 60; turn++) {
    try {
      await recover(errand.store.entry(errand.id), errand.deps);
      const state = await errand.go();
      if (state.kind !== 'needs-person') return state;
      await answer(state, court, errand);
    } catch (error) {
      if (!(error instanceof Error) || error.message !== 'killed') throw error;
    }
  }
  return errand.go();
};

const answer = async (
  state: Extract<EntryState, { kind: 'needs-person' }>,
  court: ModelCourt,
  errand: Errand,
) => {
  if (state.what === 'consent') return errand.consent();
  if (state.what !== 'check' || state.step !== 'send') return errand.command({ kind: 'try-now' });
  const { uploads } = errand.store.entry(errand.id).progress;
  const courtId = uploads[LOCAL_ID]?.courtId;
  const ours = [...court.deliveries.values()].find(
    ({ jsonNode }) => jsonNode.idDocumentoPDF === courtId,
  );
  if (!ours) return errand.stateAbsence();
  return proveByHint(errand.store.entry(errand.id), String(ours.id), errand.deps);
};

/** What surely did not happen, or was asked about, may be tried again. */
const PROOFS = ['absent', 'absence-stated', 'postponed', 'lacking'];

const everySendProven = (rows: LogRow[]): boolean => {
  const sends = rows.filter(({ event, step }) => event === 'begun' && step === 'send');
  return sends.slice(1).every((send, n) => {
    const since = rows.filter(({ seq }) => seq > (sends[n]?.seq ?? 0) && seq < send.seq);
    return since.some(({ event }) => PROOFS.includes(event));
  });
};

const allHomologatedAreOurs = ({ applied }: ModelCourt, finalBody: string | undefined): boolean =>
  applied.homologations.every(
    (content) =>
      isJsonObject(content) &&
      finalBody ===
        JSON.stringify({
          codTipoEnvio: content.codTipoEnvio ?? null,
          idDocumentoPDF: content.idDocumentoPDF ?? null,
        }),
  );

it('ends every history of faults and kills with one delivery, homologated once', async () => {
  await fc.assert(
    fc.asyncProperty(histories({ tampered: false }), async (history) => {
      const { court, errand, end } = await play(history);
      expect(end).toEqual({ kind: 'done' });
      expect(court.applied.posts).toBe(1);
      expect(court.applied.homologations).toHaveLength(1);
      expect(everySendProven(errand.store.rows(errand.id))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('never homologates content other than the person’s, and always leaves them a way on', async () => {
  await fc.assert(
    fc.asyncProperty(histories({ tampered: true }), async (history) => {
      const { court, errand, end } = await play(history);
      const { finalBody } = errand.store.entry(errand.id).progress;
      expect(allHomologatedAreOurs(court, finalBody?.text)).toBe(true);
      expect(court.applied.posts).toBeLessThanOrEqual(1);
      expect(['done', 'needs-person']).toContain(end.kind);
    }),
    { numRuns: 200 },
  );
});
