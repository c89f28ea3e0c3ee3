import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { bytesOf, fromUtf8, sha256Hex } from '../../base/bytes.ts';
import { checkDossier } from '../dossier/check.ts';
import { type TramiteSource, tramiteDossier } from './dossier.ts';

const UNIT = { repositorio: 1, numero: '1', nome: '<b>Órgão</b>' };
const CONTENT = new Blob(['<p>Ofício</p>']);
const RECEIPT = {
  raw: JSON.stringify({
    recibo: {
      ...{ IDT: 7, NRE: '0000000000012026', dataDeRecebimento: '2026-11-22T13:00:00.000Z' },
      hashesDosComponentesDigitais: [],
    },
    ...{ cadeiaDoCertificado: 'PEM', hashDaAssinatura: 'AA==' },
  }),
  fetchedAt: 90,
  verdict: { kind: 'unverifiable', code: 'no-certificate' },
} as const;

const source = async (): Promise<TramiteSource> => ({
  tramite: {
    ...{ id: 's/p/7', ambiente: 's', orgao: 'p', schemaVersion: 1, rev: 1, createdAt: 0 },
    ...{ changedAt: 0, idt: 7, nre: '0000000000012026', direction: 'sent', protocolo: '1/2026' },
    ...{ remetente: UNIT, destinatario: UNIT, situacao: 6, heardAt: 0, changes: [] },
    reciboDeTramite: RECEIPT,
  },
  ambiente: { nome: 'Simulador', tipo: 'simulado' },
  metadata: '{"processo":{}}',
  components: [
    { nome: '../ofício.html', sha256: await sha256Hex(CONTENT), content: CONTENT },
    { nome: '../ofício.html', sha256: await sha256Hex(CONTENT), content: CONTENT },
  ],
  log: [],
});

it('the dossier of a trâmite holds metadata, files, receipts as they came and under the names of the manual', async () => {
  const made = await tramiteDossier(await source());
  if (!made.ok) throw new Error(made.error);
  const files = unzipSync(await bytesOf(made.value));
  expect(Object.keys(files)).toEqual([
    'tramite.json',
    'metadados.json',
    'recibos/conclusao.json',
    'recibos/recibo_de_conclusao_do_tramite.xml',
    'registro.jsonl',
    'arquivos/1-.._ofício.html',
    'arquivos/2-.._ofício.html',
    'manifesto.json',
    'index.html',
  ]);
  const textOf = (name: string) => fromUtf8(files[name] ?? new Uint8Array());
  expect(textOf('recibos/conclusao.json')).toBe(RECEIPT.raw);
  const { members } = JSON.parse(textOf('manifesto.json'));
  expect(members[5]).toEqual({
    name: 'arquivos/1-.._ofício.html',
    ...{ size: CONTENT.size, sha256: await sha256Hex(CONTENT) },
  });
  expect(textOf('index.html')).not.toContain('<b>');
});

it('of a received trâmite it holds the receipt that was given, its text as it was signed', async () => {
  const { tramite, ...rest } = await source();
  const { reciboDeTramite: _, ...received } = tramite;
  const dataDeRecebimento = '2026-11-22T13:00:00.000Z';
  const reciboEntregue = { dataDeRecebimento, hashes: ['b=', 'a='], hashDaAssinatura: 'AA==' };
  const made = await tramiteDossier({
    ...rest,
    tramite: {
      ...received,
      direction: 'received',
      reciboEntregue: { ...reciboEntregue, givenAt: 90 },
    },
  });
  if (!made.ok) throw new Error(made.error);
  const files = unzipSync(await bytesOf(made.value));
  expect(fromUtf8(files['recibos/recibo_de_conclusao_do_tramite.xml'] ?? new Uint8Array())).toBe(
    `<reciboAssinado><recibo><IDT>7</IDT><NRE>0000000000012026</NRE><dataDeRecebimento>${dataDeRecebimento}</dataDeRecebimento><hashDoComponenteDigital>a=</hashDoComponenteDigital><hashDoComponenteDigital>b=</hashDoComponenteDigital></recibo><hashDaAssinatura>AA==</hashDaAssinatura></reciboAssinado>\n`,
  );
});

it('the checker of deliveries says of it that it checks nothing of it, in the place of that it was altered', async () => {
  const made = await tramiteDossier(await source());
  if (!made.ok) throw new Error(made.error);
  const examine = () => Promise.reject(new Error('nothing of it is signed'));
  expect(await checkDossier(made.value, examine)).toEqual({ ok: false, error: 'of-a-tramite' });
});

it('is not made of a file that is not what its hash says any more', async () => {
  const whole = await source();
  const [first] = whole.components;
  if (!first) throw new Error('no file');
  const damaged = { ...whole, components: [{ ...first, content: new Blob(['x']) }] };
  expect(await tramiteDossier(damaged)).toEqual({ ok: false, error: 'file-damaged' });
});

it('says of an environment that is not known here neither that it is a training nor that it counts', async () => {
  const indexOf = async (ambiente: TramiteSource['ambiente']) => {
    const made = await tramiteDossier({ ...(await source()), ambiente });
    if (!made.ok) throw new Error(made.error);
    return fromUtf8(unzipSync(await bytesOf(made.value))['index.html'] ?? new Uint8Array());
  };
  expect(await indexOf({ nome: 'x', tipo: 'simulado' })).toContain('não tem nenhum valor');
  const unknown = await indexOf({ nome: 'x' });
  expect(unknown).toContain('não se sabe');
  expect(unknown).not.toContain('nenhum valor');
});
