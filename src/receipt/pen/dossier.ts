import { canonicalJson } from '../../base/canonical-json.ts';
import { showInstant } from '../../base/civil-date.ts';
import type { Ambiente } from '../../base/environment.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { MOST_BYTES } from '../../base/zip/limits.ts';
import type { LogRow } from '../../outbox/types.ts';
import { digestOf } from '../dossier/digest.ts';
import { TRAMITE_FORMAT } from '../dossier/manifest.ts';
import { cleanName } from '../dossier/members.ts';
import type { WriteFault } from '../dossier/write.ts';
import { writeZip, type ZipMember } from '../dossier/write-zip.ts';
import type { ReceiptKind } from './read-receipt.ts';
import { givenReceiptXml, RECEIPT_FILE_NAMES, receiptXml } from './receipt-xml.ts';
import type { KeptReceipt, Tramite } from './tramite.ts';

/** What the dossier of a trâmite is made of. */
export interface TramiteSource {
  tramite: Tramite;
  /** `tipo` is absent where it is not known here. */
  ambiente: Pick<Ambiente, 'nome'> & Partial<Pick<Ambiente, 'tipo'>>;
  /** The metadata as they went or came; absent where they are not kept. */
  metadata?: string;
  /** The files the metadata announce, in their order; SHA-256 in lower-case hexadecimal. */
  components: readonly { nome: string; sha256: string; content: Blob }[];
  log: readonly LogRow[];
}

/** A file of the dossier before it is read. `sha256`: what it has to be, where that was known before. */
interface Planned {
  name: string;
  content: Blob;
  sha256?: string;
}

/**
 * Everything kept of a trâmite in one ZIP: metadata, components, receipts as they came and under the names of the manual,
 * the log of our side, a list of it all with sizes and SHA-256, and a page to read it by. Each component is read and
 * must still be what its hash says.
 */
export const tramiteDossier = async (source: TramiteSource): Promise<Result<Blob, WriteFault>> => {
  const planned = planOf(source);
  if (planned.reduce((sum, { content }) => sum + content.size, 0) > MOST_BYTES) {
    return err('too-large');
  }
  const listed: (ZipMember & { sha256: string })[] = [];
  for (const { name, content, sha256 } of planned) {
    const digest = await digestOf(content);
    if (sha256 !== undefined && digest.sha256 !== sha256) return err('file-damaged');
    listed.push({ name, content, size: content.size, ...digest });
  }
  const manifest = canonicalJson({
    format: TRAMITE_FORMAT,
    version: 1,
    members: listed.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
  });
  const closing = [
    { name: 'manifesto.json', content: new Blob([manifest]) },
    { name: 'index.html', content: new Blob([pageOf(source, listed)]) },
  ];
  for (const { name, content } of closing) {
    const { crc } = await digestOf(content);
    listed.push({ name, content, size: content.size, crc, sha256: '' });
  }
  return ok(writeZip(listed.map(({ sha256: _, ...member }) => member)));
};

const planOf = ({ tramite, metadata, components, log }: TramiteSource): Planned[] => [
  { name: 'tramite.json', content: new Blob([JSON.stringify(recordOf(tramite), null, 2)]) },
  ...(metadata === undefined ? [] : [{ name: 'metadados.json', content: new Blob([metadata]) }]),
  ...receiptFiles('envio', tramite.reciboDeEnvio),
  ...receiptFiles('conclusao', tramite.reciboDeTramite),
  ...givenReceiptFiles(tramite),
  {
    name: 'registro.jsonl',
    content: new Blob([log.map((row) => `${canonicalJson(row)}\n`).join('')]),
  },
  ...components.map(({ nome, sha256, content }, index) => ({
    name: `arquivos/${index + 1}-${cleanName(nome)}`,
    ...{ content, sha256 },
  })),
];

const recordOf = ({ reciboDeEnvio, reciboDeTramite, ...tramite }: Tramite) => ({
  ...tramite,
  reciboDeEnvio: reciboDeEnvio?.verdict ?? null,
  reciboDeTramite: reciboDeTramite?.verdict ?? null,
});

const receiptFiles = (kind: ReceiptKind, receipt: KeptReceipt | undefined): Planned[] => {
  if (!receipt) return [];
  const xml = receiptXml(kind, receipt.raw);
  return [
    { name: `recibos/${kind}.json`, content: new Blob([receipt.raw]) },
    ...(xml === undefined
      ? []
      : [{ name: `recibos/${RECEIPT_FILE_NAMES[kind]}`, content: new Blob([xml]) }]),
  ];
};

const givenReceiptFiles = (tramite: Tramite): Planned[] => {
  const { reciboEntregue } = tramite;
  if (!reciboEntregue) return [];
  const content = new Blob([givenReceiptXml(tramite, reciboEntregue)]);
  return [{ name: `recibos/${RECEIPT_FILE_NAMES.conclusao}`, content }];
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const WORTH: Record<Ambiente['tipo'], string> = {
  simulado: 'Simulador: este trâmite é um treino e não tem nenhum valor.',
  testes: 'Ambiente de testes: este trâmite não tem valor.',
  producao: '',
};

const WORTH_UNKNOWN =
  'O ambiente deste trâmite não está configurado no computador que fez o dossiê: daqui não se sabe se o trâmite é de treino ou vale.';

const worthOf = ({ tipo }: TramiteSource['ambiente']): string =>
  tipo === undefined ? WORTH_UNKNOWN : WORTH[tipo];

/** `index.html`: a text of the dossier, without scripts, that opens without network. */
const pageOf = (
  { tramite, ambiente }: TramiteSource,
  listed: readonly { name: string; size: number; sha256: string }[],
): string => {
  const { protocolo, idt, nre, remetente, destinatario, changes } = tramite;
  const rows = listed.map(
    ({ name, size, sha256 }) =>
      `<tr><td><a href="${escaped(encodeURI(name))}">${escaped(name)}</a></td><td>${size}</td><td><code>${sha256}</code></td></tr>`,
  );
  const steps = changes.map(({ situacao, at }) => `<li>${situacao}: ${showInstant(at)}</li>`);
  return [
    '<!doctype html><html lang="pt-BR"><meta charset="utf-8">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    `<title>Dossiê do trâmite ${idt}</title>`,
    '<style>body{font:16px system-ui;margin:2rem;max-width:70rem}td,th{text-align:left;padding:.25rem .75rem;overflow-wrap:anywhere}</style>',
    `<h1>Dossiê do trâmite ${idt}</h1><p>${worthOf(ambiente)}</p>`,
    `<p>Processo ${escaped(protocolo)}, NRE ${escaped(nre)}. De ${nameOf(remetente)} para ${nameOf(destinatario)}. ${escaped(ambiente.nome)}.</p>`,
    `<h2>Situações, pelo número da plataforma</h2><ul>${steps.join('')}</ul>`,
    '<h2>Arquivos</h2><table><tr><th>Nome</th><th>Bytes</th><th>SHA-256</th></tr>',
    `${rows.join('')}</table>`,
    '<p>O que foi achado de cada recibo está em tramite.json; os recibos como vieram estão em recibos/.</p></html>\n',
  ].join('\n');
};

const nameOf = ({ nome, repositorio, numero }: Tramite['remetente']): string =>
  escaped(nome || `${repositorio}/${numero}`);
