import type { PenTables } from '../../src/process/tables.ts';
import type { Process, ProcessDocument } from '../../src/process/types.ts';
import type { Tramite } from '../../src/receipt/pen/tramite.ts';

const WRITTEN_AT = '2026-11-20T09:30:00-03:00';

/** A little of what the platform publishes: two espécies, and a legal ground in force beside one that is not. */
export const TABLES: PenTables = {
  especies: [
    { codigo: 88, nome: 'Ofício' },
    { codigo: 999, nome: 'Outra' },
  ],
  hipoteses: [
    { identificacao: 6, nome: 'Informação Pessoal', baseLegal: 'Art. 31', ativa: true },
    { identificacao: 7, nome: 'Controle Interno', baseLegal: 'Art. 26', ativa: false },
  ],
  ...{ motivosDeUrgencia: [], repositorios: [], unidades: [], readAt: 1 },
};

/** A process of the demo town with one document in it, but for what is said. */
export const processOf = (more: Partial<Process> = {}): Process => ({
  ...{ id: 'p1', ambiente: 'simulado', orgao: 'prefeitura', schemaVersion: 1, rev: 0 },
  ...{ createdAt: 1, changedAt: 1 },
  ...{ protocolo: '12345.123456/2024-19', tipo: 'Licenciamento', descricao: 'Alvará de obra' },
  nivelDeSigilo: 1,
  interessados: [{ nome: 'Maria das Dores' }],
  produtor: {
    ...{ nome: 'Ana Prado', tipo: 'fisica' },
    unidade: { nome: 'Protocolo', tipo: 'orgaopublico' },
  },
  ...{ dataHoraDeProducao: WRITTEN_AT, dataHoraDeRegistro: WRITTEN_AT },
  documents: [documentOf()],
  ...more,
});

/** A document that came as a PDF, but for what is said. */
export const documentOf = (more: Partial<ProcessDocument> = {}): ProcessDocument => ({
  ...{ id: 'd1', ordem: 1, descricao: 'Requerimento', retirado: false, nivelDeSigilo: 1 },
  especie: { codigo: 88, nomeNoProdutor: 'Ofício' },
  origin: 'file',
  produtor: { nome: 'Ana Prado', tipo: 'fisica' },
  ...{ dataHoraDeProducao: WRITTEN_AT, dataHoraDeRegistro: WRITTEN_AT },
  components: [
    {
      ...{ ordem: 1, nome: 'requerimento.pdf', mimeType: 'application/pdf', size: 1234 },
      // SHA-256 of "abc".
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      signatures: [],
    },
  ],
  ...more,
});

/** A trâmite that the demo town sent, registered and no more, but for what is said. */
export const tramiteOf = (more: Partial<Tramite> = {}): Tramite => ({
  ...{ id: 'simulado/prefeitura/1', ambiente: 'simulado', orgao: 'prefeitura' },
  ...{ schemaVersion: 1, rev: 0, createdAt: 1, changedAt: 1 },
  ...{ idt: 1, nre: '0000000000012026', processId: 'p1', direction: 'sent' },
  protocolo: '12345.123456/2024-19',
  remetente: { repositorio: 30, numero: '1001', nome: 'Prefeitura' },
  destinatario: { repositorio: 1, numero: '2002', nome: 'Ministério' },
  ...{ situacao: 1, heardAt: 1, changes: [{ situacao: 1, at: 1 }] },
  ...more,
});
