import { expect, it } from 'vitest';
import { atCourtText } from './entregas-no-tribunal.ts';
import { homologateText } from './homologar.ts';
import { LINK_FAULTS, linkState } from './ligacoes.ts';
import { LINE_STATE_NAMES } from './lote.ts';
import { changeText } from './mudar-entrega.ts';
import { receiptsText } from './recibos.ts';
import { sayVerdict, tramitesText } from './tramites.ts';

const LINK = { spc: 'LIC', slp: 'REG_LICITACAO', mes: 2, ano: 2024, value: 1, summary: '' };

it('of a delivery that was looked for and not found, nothing says that it was deleted', () => {
  const said = [
    LINE_STATE_NAMES.gone,
    receiptsText.states.gone,
    receiptsText.shortStates.gone,
    LINK_FAULTS['link-gone'],
    linkState({ ...LINK, standing: 'gone' }),
    linkState({ ...LINK, standing: 'gone', courtId: 505 }),
  ];
  for (const each of said) expect(each).toMatch(/não est(á|ão) mais no tribunal/i);
});

it('of other data at the court, nothing says who put them there', () => {
  expect(atCourtText.differs('hoje')).not.toMatch(/alguém|fora daqui/i);
});

it('only where the court knows no such recibo is it said not to be confirmed', () => {
  expect(receiptsText.refused(404)).toContain('não confirmou');
  for (const status of [400, 401, 500]) expect(receiptsText.refused(status)).toContain('não diz');
});

it('what is altered although it is homologated is not said to stay as it is', () => {
  expect(changeText.alterChecks('open')).toContain('nada é mudado');
  expect(changeText.alterChecks('homologated')).not.toContain('nada é mudado');
});

it('one delivery is spoken of as one', () => {
  expect(homologateText.cancelBody(1)).not.toMatch(/homologadas|contam|Podem/);
});

it('a receipt whose signature holds is not said to be of the body it should be of, nor its certificate to be in force', () => {
  const trusted = { kind: 'trusted', signer: 'ORGAO' } as const;
  expect(tramitesText.verdicts.trusted).toBe('Assinatura conferida');
  expect(sayVerdict('conclusao', trusted)).toContain(
    'Não foi conferido se o certificado é do dest',
  );
  expect(sayVerdict('envio', trusted)).toContain(
    'Não foi conferido se o certificado é do Tramita GOV.BR',
  );
  expect(sayVerdict('envio', trusted)).toContain('nem se foi revogado');
});
