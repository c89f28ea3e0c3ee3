import { expect, it } from 'vitest';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { chosenRepresentacao } from '../session/represented.ts';
import { selectDeliveries, selectedDeliveries } from './selection.ts';

const DELIVERY: CourtDelivery = {
  ...{ ambiente: 'simulado', representacao: 830, spc: 'LIC', slp: 'REG_LICITACAO' },
  ...{ mes: 2, ano: 2019, courtId: 505, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO' },
  ...{ heardAt: 10, deliveredAt: 5, contents: ['c'], bodySha256: 'ours', origin: 'sent' },
};

it('what was marked in one name is not marked in another', () => {
  chosenRepresentacao.value = 830;
  selectDeliveries([DELIVERY]);
  expect(selectedDeliveries.value.size).toBe(1);
  chosenRepresentacao.value = 831;
  expect(selectedDeliveries.value.size).toBe(0);
});
