import { expect, it } from 'vitest';
import { processOf, tramiteOf } from '../../../test/support/pen-records.ts';
import { sendingOf } from '../../../test/support/pen-sending.ts';
import { standingOf } from '../../base/standing.ts';
import type { EntryState, LogRow } from '../../outbox/types.ts';
import { PEN, type PenEntry, type PenProgress } from '../../protocol/pen/types.ts';
import { consequenceOfSending } from './send-consequence.ts';

const AT = Date.UTC(2026, 10, 22, 13);

/** What follows from the last row of a sending. */
const follows = async (
  state: EntryState,
  progress: PenProgress,
  last: Pick<LogRow, 'event' | 'step' | 'meaning'>,
) => {
  const { errand } = await sendingOf([], { usuario: 'Fulana' });
  const entry: PenEntry = {
    ...{ id: 'e1', ambiente: 'simulado', schemaVersion: 1, rev: 1, createdAt: AT, changedAt: AT },
    ...{
      protocol: PEN,
      frozen: { orgao: 'prefeitura', errand },
      frozenSha256: '',
      progress,
      state,
    },
    ...{ attempts: 1, waits: 0, failures: 0, tokenRefused: false, consents: [], absenceStated: [] },
    ...{ owner: { id: 'here', name: 'aqui' }, mustAsk: false, logSize: 1, logHead: '' },
  };
  const row: LogRow = {
    ...{ entryId: 'e1', seq: 1, at: AT, state: state.kind, attempt: 1, before: '', hash: '' },
    ...{ requestSha256: null, answerSha256: null, ...last },
  };
  return consequenceOfSending(entry, errand, [row]);
};

const refused = (code: string, detail: Extract<EntryState, { kind: 'rejected' }>['detail']) =>
  follows(
    { kind: 'rejected', step: 'x', code, detail },
    { idt: 1 },
    { event: 'refused', step: 'x', meaning: code },
  );

const UNIT = {
  identificacaoDoRepositorioDeEstruturas: 1,
  numeroDeIdentificacaoDaEstrutura: '2003',
};

it('locks a process of which a trâmite was found that it did not know: the other body has it', async () => {
  const { tramite, process } = await refused('sent-already', {
    ...{ IDT: 9, NRE: '0000000000092026', situacaoAtual: 6, protocolo: 'x' },
    ...{ remetente: UNIT, destinatario: UNIT },
    mudancasDeSituacao: [
      { situacao: 1, dataHora: '2026-11-20T10:00:00Z' },
      { situacao: 6, dataHora: '2026-11-21T10:00:00Z' },
    ],
  });
  const found = tramite?.change(undefined);
  expect(found).toMatchObject({ idt: 9, situacao: 6, direction: 'sent', processId: 'p1' });
  expect(found?.createdAt).toBe(Date.UTC(2026, 10, 20, 10));
  expect(found).not.toHaveProperty('usuario');
  const held = process?.change(processOf());
  expect(held).toMatchObject({ nre: '0000000000092026' });
  expect(standingOf({ id: 'p1' }, found ? [found] : [], [])).toBe('concluded');
});

it.each([7, 10] as const)(
  'writes down that it was cancelled as it was heard (%s)',
  async (situacao) => {
    const told = await refused('cancelled-there', { idt: 1, situacao });
    const cancelled = told.tramite?.change(tramiteOf());
    expect(cancelled).toMatchObject({ situacao });
    expect(cancelled).not.toHaveProperty('cancelledAt');
  },
);

it('says of a trâmite that was found cancelled by the platform that the platform did it', async () => {
  const row = { event: 'applied', step: 'withdraw:1', meaning: 'ended-there 10' } as const;
  const told = await follows({ kind: 'ready' }, { send: { withdrawn: [1] } }, row);
  const cancelled = told.tramite?.change(tramiteOf());
  expect(cancelled).toMatchObject({ situacao: 10 });
  expect(cancelled).not.toHaveProperty('cancelledAt');
});

it('says of what it gave back that this office cancelled it', async () => {
  const row = { event: 'applied', step: 'withdraw:1', meaning: 'withdrawn' } as const;
  const told = await follows({ kind: 'ready' }, { send: { withdrawn: [1] } }, row);
  expect(told.tramite?.change(tramiteOf())).toMatchObject({ situacao: 7, cancelledAt: AT });
});
