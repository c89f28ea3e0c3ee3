import { expect, it } from 'vitest';
import { afterAbsence, afterLook, contentOf } from './heard.ts';

const KNOWN = {
  ...{ ambiente: 'simulado', representacao: 830, spc: 'LIC', slp: 'REG_LICITACAO' },
  ...{ mes: 2, ano: 2019, courtId: 505, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO' },
  ...{ heardAt: 10, deliveredAt: 5, contents: ['c'], bodySha256: 'ours' },
  origin: 'sent' as const,
};
const shows = (statusEnvio: string) => ({ id: 505, recibo: 'r', statusEnvio, jsonNode: {} });

it('counts as confirmed only what the court calls HOMOLOGADO of the very content held here', () => {
  expect(afterLook(KNOWN, shows('HOMOLOGADO'), 'ours', 20)).toMatchObject({
    ...{ statusEnvio: 'HOMOLOGADO', heardAt: 20, confirmedAt: 20, look: { at: 20 } },
  });
  const other = afterLook(KNOWN, shows('HOMOLOGADO'), 'theirs', 20);
  expect(other).not.toHaveProperty('confirmedAt');
  expect(other.look).toEqual({ at: 20, differs: 'theirs' });
});

it('keeps since when it is confirmed, and forgets it where the delivery was opened again', () => {
  const confirmed = { ...KNOWN, confirmedAt: 15 };
  expect(afterLook(confirmed, shows('HOMOLOGADO'), 'ours', 20).confirmedAt).toBe(15);
  expect(afterLook(confirmed, shows('NAO_HOMOLOGADO'), 'ours', 20)).not.toHaveProperty(
    'confirmedAt',
  );
});

it('a delivery that is not there is gone since it was first missed, until the court shows it again', () => {
  const gone = afterAbsence(afterAbsence({ ...KNOWN, look: { at: 15 } }, 20), 30);
  expect(gone).toMatchObject({ goneAt: 20, heardAt: 30, contents: ['c'] });
  expect(gone, 'nothing was compared').not.toHaveProperty('look');
  expect(afterLook(gone, shows('NAO_HOMOLOGADO'), 'ours', 40)).not.toHaveProperty('goneAt');
});

it('the same data in another order of members are the same content', async () => {
  const [one, other] = await Promise.all([
    contentOf({ ...shows('X'), jsonNode: { a: 1, b: 2 } }),
    contentOf({ ...shows('X'), jsonNode: { b: 2, a: 1 } }),
  ]);
  expect(one).toEqual(other);
});
