import { type Bytes, sha256Hex, utf8 } from '../../src/base/bytes.ts';
import { canonicalJson } from '../../src/base/canonical-json.ts';
import { chainRow } from '../../src/outbox/log.ts';
import type { LogRow } from '../../src/outbox/types.ts';
import type { RecepcaoFrozen, RecepcaoProgress } from '../../src/protocol/recepcao/types.ts';
import type { Examine } from '../../src/receipt/dossier/examine-signed.ts';
import { planDossier } from '../../src/receipt/dossier/plan.ts';
import type { DossierSource } from '../../src/receipt/dossier/types.ts';
import { writeDossier } from '../../src/receipt/dossier/write.ts';
import { signAttached } from '../../src/signing/cms/sign.ts';
import { examineP7s } from '../../src/signing/examine/examine-p7s.ts';
import { examinePdf } from '../../src/signing/examine/examine-pdf.ts';
import { signPdf } from '../../src/signing/pdf/sign.ts';
import { icpChain, icpKeys, icpTrust } from './icp.ts';
import { makeCms, pdfFile } from './pdfs.ts';

const SIGNED_AT = Date.UTC(2030, 0, 1);

/** Examines with the synthetic authorities, as of the day on which the files of the sample were signed. */
export const examineSample: Examine = async (content, kind) => {
  const bytes = new Uint8Array(await content.arrayBuffer());
  const now = SIGNED_AT;
  return kind === 'pdf'
    ? examinePdf(bytes, icpTrust, { now })
    : examineP7s(bytes, icpTrust, { now });
};

const chosen = await pdfFile('pdfa-2b.pdf');
const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2, 3, 4);
const layout = utf8('{"$schema":"http://json-schema.org/draft-04/schema#","type":"object"}\n');
const courtPdf = await pdfFile('table-1.3.pdf');

const signedFile = async (): Promise<Bytes> => {
  const options = { now: SIGNED_AT, level: 'AD-RB' } as const;
  const p7s = await signAttached(new Blob([chosen]), await icpKeys('ecpf'), icpChain, options);
  return new Uint8Array(await p7s.arrayBuffer());
};

const signedPdf = async (): Promise<Bytes> => {
  const signed = await signPdf(courtPdf, { signingTime: SIGNED_AT, name: 'FULANO' }, makeCms);
  if (!signed.ok) throw new Error(signed.error);
  return signed.value;
};

type Fact = Partial<Pick<LogRow, 'step' | 'requestSha256' | 'answerSha256' | 'meaning'>>;

/** The log of a delivery, chained as the outbox does. */
const logOf = async (entryId: string, genesis: string, facts: [string, Fact][]) => {
  const rows: LogRow[] = [];
  for (const [event, fact] of facts) {
    const row = await chainRow(rows.at(-1)?.hash ?? genesis, {
      entryId,
      seq: rows.length + 1,
      at: SIGNED_AT + rows.length,
      event,
      state: 'ready',
      ...{ step: null, attempt: null, requestSha256: null, answerSha256: null, meaning: null },
      ...fact,
    });
    rows.push(row);
  }
  return rows;
};

const LOCAL = ['0b0e6ad2-3c5b-4f6e-9f0e-000000000001', '0b0e6ad2-3c5b-4f6e-9f0e-000000000002'];
const COURT = ['7c1d0000-0000-4000-8000-000000000001', '7c1d0000-0000-4000-8000-000000000002'];
const payloadWith = ([first = '', second = '']: string[]) => ({
  numeroDecretoMunicipal: '659',
  idDocumentoPDF: first,
  anexos: [{ idImagem: second }],
});

/** A homologated delivery of two files, a P7S and a picture, in the training environment; `page`: of the dossier. */
export const sampleDelivery = async (page: string): Promise<DossierSource> => {
  const files = new Map<string, Blob>();
  const keep = async (bytes: Bytes): Promise<string> => {
    const sha256 = await sha256Hex(bytes);
    files.set(sha256, new Blob([bytes]));
    return sha256;
  };
  const p7s = await signedFile();
  const [chosenSha256, sentSha256, pictureSha256] = [
    await keep(chosen),
    await keep(p7s),
    await keep(picture),
  ];
  const [localA = '', localB = ''] = LOCAL;
  const [courtA = '', courtB = ''] = COURT;
  const frozen: RecepcaoFrozen = {
    draftId: 'd1',
    ...{ spc: 'LIC', slp: 'REG_LICITACAO', mes: 2, ano: 2019 },
    layoutSha256: await keep(layout),
    payload: payloadWith(LOCAL),
    files: [
      {
        localId: localA,
        sha256: chosenSha256,
        sentSha256,
        name: 'edital de abertura.pdf.p7s',
        kind: 'p7s',
        size: p7s.length,
      },
      {
        localId: localB,
        sha256: pictureSha256,
        sentSha256: pictureSha256,
        name: '../brasão.png',
        kind: 'png',
        size: picture.length,
      },
    ],
  };
  const frozenText = canonicalJson({ ...frozen });
  const frozenSha256 = await sha256Hex(utf8(frozenText));
  const text = canonicalJson(payloadWith(COURT));
  const bodySha256 = await sha256Hex(utf8(text));
  const pdfSha256 = await keep(courtPdf);
  const signedPdfSha256 = await keep(await signedPdf());
  const signatarios = [{ nome: 'FULANO', cpf: '12345678909', data: SIGNED_AT }];
  const progress: RecepcaoProgress = {
    uploads: {
      [localA]: { courtId: courtA, signatarios },
      [localB]: { courtId: courtB, signatarios: [] },
    },
    finalBody: { text, sha256: bodySha256 },
    delivery: { id: 505, recibo: 'r-1', statusEnvio: 'HOMOLOGADO', deliveredAt: SIGNED_AT + 6 },
    ...{ comparedAt: SIGNED_AT + 7, confirmedAt: SIGNED_AT + 12 },
    homologation: { pdfSha256, signedPdfSha256, acceptedAt: SIGNED_AT + 11 },
  };
  const log = await logOf('e1', frozenSha256, [
    ['queued', { requestSha256: frozenSha256 }],
    ['begun', { step: 'upload:1', requestSha256: sentSha256 }],
    ['begun', { step: 'upload:2', requestSha256: pictureSha256 }],
    ['applied', { step: 'write-body', meaning: `final-body ${bodySha256}` }],
    ['begun', { step: 'send', requestSha256: bodySha256 }],
    ['applied', { step: 'send', meaning: 'delivered' }],
    ['applied', { step: 'fetch-pdf', answerSha256: pdfSha256, meaning: 'pdf-kept' }],
    ['begun', { step: 'homologate', requestSha256: signedPdfSha256 }],
    ['applied', { step: 'confirm', meaning: 'homologated' }],
    ['finished', {}],
  ]);
  return {
    entry: {
      ...{ id: 'e1', ambiente: 'simulado', representacao: 21, schemaVersion: 1, rev: 10 },
      ...{ createdAt: SIGNED_AT, changedAt: SIGNED_AT + 12, frozen, frozenSha256, progress },
      ...{ logSize: log.length, logHead: log.at(-1)?.hash ?? '', state: { kind: 'done' } },
      schemaVersion: 1,
    },
    frozenText,
    standing: 'homologated',
    log,
    ambiente: { id: 'simulado', nome: 'Simulador', tipo: 'simulado' },
    page: new Blob([page]),
    fileOf: async (sha256) => files.get(sha256),
  };
};

/** The ZIP of a dossier. */
export const dossierZip = async (source: DossierSource): Promise<Bytes> => {
  const written = await writeDossier(await planDossier(source));
  if (!written.ok) throw new Error(written.error);
  return new Uint8Array(await written.value.arrayBuffer());
};
