import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { OctetString } from 'asn1js';
import {
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { expect, it } from 'vitest';
import { concat, utf8 } from '../../../src/base/bytes.ts';
import { isJsonObject, type Json } from '../../../src/base/json.ts';
import { signDetachedForPdf } from '../../../src/signing/cms/sign.ts';
import { signPdf } from '../../../src/signing/pdf/sign.ts';
import type { DemoPerson } from '../../../test/support/demo-person.ts';
import { icpFile } from '../../../test/support/icp.ts';
import { fileForm, useTestSandbox } from '../../../test/support/sandbox.ts';

const MEBIBYTE = 1024 * 1024;
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);

const useMaria = async () => {
  const court = await useTestSandbox();
  return { ...court, token: await court.login('maria', 830) };
};

const messageOf = (body: Json) => (isJsonObject(body) ? String(body.message) : '');

it('takes a P7S and tells who signed it and when', async () => {
  const { upload, token, signP7s } = await useMaria();
  const now = Math.floor(Date.now() / 1000) * 1000;
  const answer = await upload(token, await signP7s('maria', new Blob(['edital']), now));
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({
    arquivo: expect.stringMatching(/^[0-9a-f-]{36}$/),
    signatarios: [{ nome: 'MARIA APARECIDA DOS SANTOS', cpf: '11144477735', data: now }],
  });
});

it('takes a signed PDF, and one signed by two people', async () => {
  const { upload, token, read, signPdf } = await useMaria();
  const once = await signPdf('maria', await read('demo/edital.pdf'));
  const twice = await signPdf('joao', once);
  const signatories = async (file: typeof once) => {
    const { status, body } = await upload(token, file);
    expect(status).toBe(200);
    return isJsonObject(body) && Array.isArray(body.signatarios)
      ? body.signatarios.map((each) => isJsonObject(each) && each.cpf)
      : [];
  };
  expect(await signatories(once)).toEqual(['11144477735']);
  expect(await signatories(twice)).toEqual(['11144477735', '52998224725']);
});

it('takes images up to 512 kB without a signature', async () => {
  const { upload, token } = await useMaria();
  const image = (head: typeof PNG, size: number) =>
    concat(head, new Uint8Array(size - head.length));
  for (const head of [PNG, JPEG]) {
    const answer = await upload(token, image(head, 512 * 1024));
    expect(answer.body).toEqual({ arquivo: expect.any(String), signatarios: [] });
    const refused = await upload(token, image(head, 512 * 1024 + 1));
    expect([refused.status, messageOf(refused.body)]).toEqual([
      400,
      expect.stringContaining('512 kB'),
    ]);
  }
});

it('takes files of 10 MB and not a byte more', async () => {
  const { upload, token } = await useMaria();
  const atLimit = await upload(token, concat(PNG, new Uint8Array(10 * MEBIBYTE - PNG.length)));
  expect(messageOf(atLimit.body)).toContain('512 kB');
  for (const size of [10 * MEBIBYTE + 1, 11 * MEBIBYTE, 40 * MEBIBYTE]) {
    const refused = await upload(token, concat(PNG, new Uint8Array(size - PNG.length)));
    expect([refused.status, messageOf(refused.body)]).toEqual([
      400,
      expect.stringContaining('10 MB'),
    ]);
  }
});

it('refuses a detached signature, a changed file and an unknown chain, and stores nothing', async () => {
  const { upload, token, person, signP7s, signPdf, read, dataDir } = await useMaria();
  const { keys, chain } = await person('maria');
  const signed = new Uint8Array(
    await (await signP7s('maria', new Blob(['um edital']))).arrayBuffer(),
  );
  const at = new TextDecoder('latin1').decode(signed).indexOf('um edital');
  const changed = signed.with(at, 0x55);
  const pdf = await signPdf('maria', await read('demo/edital.pdf'));
  const refusals: [string, Uint8Array<ArrayBuffer>, RegExp][] = [
    [
      'detached',
      await signDetachedForPdf(utf8('edital'), keys, chain, { now: Date.now(), level: 'AD-RB' }),
      /apenas do hash.*simulador/,
    ],
    ['changed', changed, /alterado depois de assinado/],
    ['cut off', signed.slice(0, -40), /não está assinado/],
    ['changed PDF', pdf.with(300, (pdf[300] ?? 0) ^ 1), /alterado|corrompido|não confere/],
    ['longer PDF', concat(pdf, utf8('\n%')), /não cobre/],
    ['unknown chain', await icpFile('cms/attached.p7s'), /cadeia/],
    ['text', utf8('apenas texto'), /Só será aceito/],
    ['empty', new Uint8Array(), /Só será aceito/],
  ];
  for (const [what, file, message] of refusals) {
    const { status, body } = await upload(token, file);
    expect([what, status, messageOf(body)]).toEqual([what, 400, expect.stringMatching(message)]);
  }
  expect(await readdir(join(dataDir, 'arquivos'))).toEqual([]);
});

it('refuses a PDF that holds a valid signature over something else', async () => {
  const { upload, token, read, person, signP7s } = await useMaria();
  const elsewhere = new Uint8Array(await (await signP7s('maria', new Blob(['x']))).arrayBuffer());
  const { name } = (await person('maria')).certificate.holder;
  const options = { signingTime: Date.now(), name };
  const forged = await signPdf(await read('demo/edital.pdf'), options, async () => elsewhere);
  const answer = forged.ok && (await upload(token, forged.value));
  expect(answer && [answer.status, messageOf(answer.body)]).toEqual([
    400,
    expect.stringContaining('alterado depois de assinado'),
  ]);
});

it('is not confused by a PDF inside a P7S', async () => {
  const { upload, token, read, signP7s } = await useMaria();
  const answer = await upload(
    token,
    await signP7s('joao', new Blob([await read('demo/edital.pdf')])),
  );
  expect(answer.status).toBe(200);
});

it('reads only the part arquivo, whatever else a client sends', async () => {
  const { sandbox, token, signP7s } = await useMaria();
  const form = fileForm(await signP7s('maria', new Blob(['edital'])), 'C:\\EDITAL é.pdf.p7s');
  form.set('filename', 'C:\\EDITAL.pdf');
  const request = new Request('http://127.0.0.1/recepcao/arquivo/upload', {
    method: 'POST',
    body: form,
    headers: {
      ...{ Authorization: token, 'Content-Encoding': 'utf-8', 'Cache-Control': 'no-cache' },
      arquivo: 'C:\\EDITAL.pdf',
    },
  });
  expect((await sandbox.recepcao(request)).status).toBe(200);
});

it('tells what is wrong with the request itself', async () => {
  const { ask, token } = await useMaria();
  const path = '/recepcao/arquivo/upload';
  expect((await ask('POST', path, token, { arquivo: 'x' })).status).toBe(415);
  const wrongPart = new FormData();
  wrongPart.set('file', new Blob(['x']), 'x.pdf');
  expect(messageOf((await ask('POST', path, token, wrongPart)).body)).toContain('"arquivo"');
  const text = new FormData();
  text.set('arquivo', 'not a file');
  expect((await ask('POST', path, token, text)).status).toBe(400);
});

it('dates a signature without a time by its receipt, and says so', async () => {
  const receivedAt = Date.now();
  const { upload, login, person } = await useTestSandbox({ now: () => receivedAt });
  const answer = await upload(
    await login('maria', 830),
    await p7sWithoutAttributes(await person('maria')),
  );
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    signatarios: [{ data: receivedAt, observacao: expect.stringContaining('simulador') }],
  });
});

/** RFC 5652 §5.3: signed attributes may be absent where the content is plain data. */
const p7sWithoutAttributes = async ({ certificate, keys }: DemoPerson) => {
  const signer = Certificate.fromBER(certificate.der);
  const content = new OctetString({ valueHex: utf8('edital') });
  const signedData = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: ContentInfo.DATA,
      eContent: content,
    }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: signer.issuer,
          serialNumber: signer.serialNumber,
        }),
      }),
    ],
    certificates: [signer],
  });
  await signedData.sign(keys.keys['SHA-256'], 0, 'SHA-256');
  const info = new ContentInfo({
    contentType: ContentInfo.SIGNED_DATA,
    content: signedData.toSchema(true),
  });
  return new Uint8Array(info.toSchema().toBER());
};
