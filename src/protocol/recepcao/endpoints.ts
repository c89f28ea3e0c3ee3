import type { RecepcaoFrozen } from './types.ts';

/** Accounts, layout, month and year: the part of an address that names the kind of delivery. */
export type Period = Pick<RecepcaoFrozen, 'spc' | 'slp' | 'mes' | 'ano'>;

const layoutPath = ({ spc, slp, mes, ano }: Period) =>
  `/recepcao/${encodeURIComponent(spc)}/${encodeURIComponent(slp)}/${mes}/${ano}`;

/** Paths below the host of Recepção and Colare-Envios (docs/protocols/recepcao.md). */
export const paths = {
  schema: (period: Period) => `${layoutPath(period)}/schema`,
  upload: () => '/recepcao/arquivo/upload',
  deliveries: layoutPath,
  delivery: (period: Period, id: number) => `${layoutPath(period)}/${id}`,
  homologate: (period: Period, id: number) => `${layoutPath(period)}/${id}/homologar`,
  file: (recibo: string, fileId: string) =>
    `/envio-manual/api/envio/pdf/anexo/${encodeURIComponent(recibo)}/${encodeURIComponent(fileId)}`,
  receipt: (recibo: string) => `/recepcao/validar-recibo/${encodeURIComponent(recibo)}`,
  homologationPdf: (recibo: string) =>
    `/envio-manual/api/envio/pdf/homologacao/${encodeURIComponent(recibo)}`,
};
