import { expect, it } from 'vitest';
import { afterCancelling, afterCiencia, afterConclusion, afterStatus } from './heard.ts';
import type { Tramite } from './tramite.ts';

const UNIT = { repositorio: 1, numero: '1', nome: '' };

const sent: Tramite = {
  ...{ id: 'simulado/prefeitura/7', ambiente: 'simulado', orgao: 'prefeitura', schemaVersion: 1 },
  ...{ rev: 1, createdAt: 0, changedAt: 0, idt: 7, nre: '1', direction: 'sent', protocolo: '1' },
  ...{ remetente: UNIT, destinatario: UNIT, situacao: 3, heardAt: 30 },
  changes: [
    { situacao: 1, at: 10 },
    { situacao: 2, at: 20 },
    { situacao: 3, at: 30 },
  ],
};

it('an answer goes forward, with the platform’s own instants in their order', () => {
  const changes = [...sent.changes, { situacao: 4, at: 40 } as const];
  const after = afterStatus(sent, { situacao: 4, changes: changes.toReversed() }, 45);
  expect(after).toMatchObject({ situacao: 4, heardAt: 45, changes });
});

it('an answer that was overtaken on its way changes nothing', () => {
  expect(afterStatus(sent, { situacao: 2, changes: sent.changes.slice(0, 2) }, 99)).toBe(sent);
});

it('a refusal keeps its reason, and the word of having read it ends the trâmite', () => {
  const recusa = { motivo: '01', justificativa: 'formato' };
  const changes = [...sent.changes, { situacao: 8, at: 50 } as const];
  const refused = afterStatus(sent, { situacao: 8, changes, recusa }, 51);
  const read = afterCiencia(refused, 60);
  expect(read).toMatchObject({ situacao: 9, recusa, cienciaAt: 60 });
  expect(afterStatus(read, { situacao: 8, changes }, 61)).toBe(read);
});

it('what we did stands until the platform tells its own instant of it', () => {
  const cancelled = afterCancelling(sent, 70);
  expect(cancelled.changes.at(-1)).toEqual({ situacao: 7, at: 70 });
  const told = [...sent.changes, { situacao: 7, at: 69 } as const];
  expect(afterStatus(cancelled, { situacao: 7, changes: told }, 80).changes).toEqual(told);
});

it('a receipt of conclusion ends the trâmite and is kept as it came', () => {
  const receipt = {
    ...{ raw: '{}', fetchedAt: 90 },
    verdict: { kind: 'unverifiable', code: 'unreadable' },
  } as const;
  expect(afterConclusion(sent, receipt)).toMatchObject({ situacao: 6, reciboDeTramite: receipt });
});
