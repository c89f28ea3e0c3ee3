import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { icpChain, icpFile, icpTrust } from '../../../test/support/icp.ts';
import { bytesOf, fromUtf8, toBase64, utf8 } from '../../base/bytes.ts';
import { conclusionReceiptText } from '../../base/pen-receipt-text.ts';
import { crc32 } from '../../base/zip/crc32.ts';
import { announcedIn } from '../../protocol/pen/announced.ts';
import { readCertificate } from '../../signing/certificate/certificate.ts';
import { toPem } from '../../signing/certificate/pem.ts';
import { readZip } from '../dossier/read-zip.ts';
import { writeZip, type ZipMember } from '../dossier/write-zip.ts';
import { checkTramiteDossier } from './check-dossier.ts';
import { tramiteDossier } from './dossier.ts';

const UNIT = { repositorio: 1, numero: '1', nome: 'Órgão' };
const NRE = '0000000000012026';
const CONTENTS = ['<p>Ofício</p>', '<p>Anexo</p>'];

const hashOf = (text: string, as: 'hex' | 'base64') => createHash('sha256').update(text).digest(as);

const leaf = await icpFile('certs/ecpf.der');
const at = (readCertificate(leaf)?.notBefore ?? 0) + 86_400_000;

const signed = async (text: string): Promise<string> => {
  const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const pkcs8 = await icpFile('keys/ecpf.pk8');
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, rsa, false, ['sign']);
  return toBase64(new Uint8Array(await crypto.subtle.sign(rsa.name, key, utf8(text))));
};

const receipt = async () => {
  const hashes = CONTENTS.map((text) => hashOf(text, 'base64'));
  const said = { IDT: 7, NRE, dataDeRecebimento: '2026-11-22T13:00:00.000Z' };
  return JSON.stringify({
    recibo: { ...said, hashesDosComponentesDigitais: hashes },
    cadeiaDoCertificado: [leaf, ...icpChain].map((der) => toPem(der)).join(''),
    hashDaAssinatura: await signed(conclusionReceiptText({ ...said, hashes })),
  });
};

const metadataOf = (contents: readonly string[]) => ({
  processo: {
    protocolo: '1/2026',
    documentos: contents.map((text, n) => ({
      componentesDigitais: [
        { nome: `${n + 1}.html`, hash: { conteudo: hashOf(text, 'base64') }, tamanhoEmBytes: 1 },
      ],
    })),
  },
});

/** The files of a dossier; `here`: the contents that still lie where it is made. */
const made = async (here = CONTENTS, announced = CONTENTS): Promise<ZipMember[]> => {
  const verdict = { kind: 'unverifiable', code: 'no-certificate' } as const;
  const dossier = await tramiteDossier({
    tramite: {
      ...{ id: 's/p/7', ambiente: 's', orgao: 'p', schemaVersion: 1, rev: 1, createdAt: 0 },
      ...{ changedAt: 0, idt: 7, nre: NRE, direction: 'sent', protocolo: '1/2026' },
      ...{ remetente: UNIT, destinatario: UNIT, situacao: 6, heardAt: 0, changes: [] },
      reciboDeTramite: { raw: await receipt(), fetchedAt: 90, verdict },
    },
    ambiente: { nome: 'Simulador' },
    metadata: JSON.stringify(metadataOf(announced)),
    components: here.map((text, n) => ({
      ...{ nome: `${n + 1}.html`, sha256: hashOf(text, 'hex'), content: new Blob([text]) },
    })),
    log: [],
  });
  const zipped = dossier.ok ? await readZip(dossier.value) : dossier;
  if (!zipped.ok) throw new Error(zipped.error);
  return zipped.value;
};

const check = async (members: readonly ZipMember[]) => {
  const trust = icpTrust;
  const checked = await checkTramiteDossier(writeZip(members), { announcedIn, trust, at });
  if (!checked.ok) throw new Error(checked.error);
  return checked.value;
};

/** The files with one of them written anew, as somebody would who knows what a ZIP is. */
const forged = (members: ZipMember[], name: string, text: string): ZipMember[] => {
  const bytes = utf8(text);
  const changed = { name, content: new Blob([bytes]), size: bytes.length, crc: crc32(bytes) };
  return members.map((each) => (each.name === name ? changed : each));
};

const textIn = async (members: ZipMember[], name: string) =>
  fromUtf8(await bytesOf(members.find((each) => each.name === name)?.content ?? new Blob()));

describe('the dossier of a trâmite', () => {
  it('is sound as it was made: its files are those that the metadata announce, and its receipt is signed over them', async () => {
    expect(await check(await made())).toMatchObject({
      verdict: 'sound',
      about: { protocolo: '1/2026', idt: 7, nre: NRE },
      receipts: [{ kind: 'conclusao', verdict: { kind: 'trusted' }, isCopied: true }],
      ...{ lacking: [], foreign: [] },
    });
  });

  it('tells a file that was changed, taken away, or put in', async () => {
    const members = await made();
    for (const { name } of members.filter((each) => each.name !== 'manifesto.json')) {
      const found = await check(forged(members, name, 'x'));
      // The page is shown and proves nothing: nothing lists it.
      expect([name, found.verdict]).toEqual([name, name === 'index.html' ? 'sound' : 'broken']);
    }
    const without = await check(members.filter(({ name }) => name !== 'arquivos/1-1.html'));
    expect(without).toMatchObject({ verdict: 'broken', lacking: ['1.html'] });
    const more = { ...(members[0] as ZipMember), name: 'arquivos/9-outro.html' };
    const added = await check([...members, more]);
    expect(added).toMatchObject({ verdict: 'broken', foreign: ['arquivos/9-outro.html'] });
  });

  it('is not sound where file, metadata and list were all changed alike: the receipt is about other files', async () => {
    const found = await check(
      await made(['<p>Ofício</p>', '<p>Outro</p>'], ['<p>Ofício</p>', '<p>Outro</p>']),
    );
    expect(found).toMatchObject({
      verdict: 'broken',
      receipts: [{ verdict: { kind: 'invalid', code: 'other-components' } }],
    });
  });

  it('is incomplete where a file was not there any more when it was made', async () => {
    const found = await check(await made(CONTENTS.slice(0, 1)));
    expect(found).toMatchObject({ verdict: 'incomplete', lacking: ['2.html'] });
  });

  it('is refused without its list', async () => {
    const members = await made();
    const list = await textIn(members, 'manifesto.json');
    const others = forged(members, 'manifesto.json', list.replace('tramite', 'outro'));
    const trust = icpTrust;
    expect(await checkTramiteDossier(writeZip(others), { announcedIn, trust, at })).toEqual({
      ...{ ok: false, error: 'no-manifest' },
    });
  });
});
