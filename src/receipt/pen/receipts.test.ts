import { describe, expect, it } from 'vitest';
import { icpChain, icpFile, icpTrust } from '../../../test/support/icp.ts';
import { toBase64, utf8 } from '../../base/bytes.ts';
import type { JsonObject } from '../../base/json.ts';
import { conclusionReceiptText, sendReceiptText } from '../../base/pen-receipt-text.ts';
import { readCertificate } from '../../signing/certificate/certificate.ts';
import { toPem } from '../../signing/certificate/pem.ts';
import { receiptXml } from './receipt-xml.ts';
import { verifyReceipt } from './verify-receipt.ts';

const FIRST = 'CUNN8SQz6cQHMSkEr2U+DprySgUUzqXtDN3tWXI72ec=';
const SECOND = 'D152rc5pJT2JOJqB5Qv9GvmEuZ15uyQz6sv1DpKiLBY=';
const HASHES = [SECOND, FIRST];
const DATE = '2026-07-31T18:42:59.000Z';
const EXPECTED = { idt: 5235, nre: '0000004385642018', known: HASHES };
const SIGNER = 'ecpf';

const certificateOf = async (name: string) => icpFile(`certs/${name}.der`);

const sign = async (text: string): Promise<string> => {
  const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const pkcs8 = await icpFile(`keys/${SIGNER}.pk8`);
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, rsa, false, ['sign']);
  return toBase64(new Uint8Array(await crypto.subtle.sign(rsa.name, key, utf8(text))));
};

const chainText = async (name = SIGNER) =>
  [await certificateOf(name), ...icpChain].map((der) => toPem(der)).join('');

const conclusion = async (change: JsonObject = {}, envelope: JsonObject = {}): Promise<string> => {
  const said = { IDT: 5235, NRE: EXPECTED.nre, dataDeRecebimento: DATE };
  const text = conclusionReceiptText({ ...said, hashes: HASHES });
  return JSON.stringify({
    recibo: { ...said, hashesDosComponentesDigitais: HASHES, ...change },
    cadeiaDoCertificado: await chainText(),
    hashDaAssinatura: await sign(text),
    ...envelope,
  });
};

const at = async (): Promise<number> =>
  (readCertificate(await certificateOf(SIGNER))?.notBefore ?? 0) + 86_400_000;

const verdictOf = async (raw: string, expected = EXPECTED, trust = icpTrust) =>
  verifyReceipt('conclusao', raw, expected, trust, await at());

describe('a receipt of conclusion', () => {
  it('is trusted where its text is signed by a certificate whose chain ends in an anchor', async () => {
    expect(await verdictOf(await conclusion())).toMatchObject({ kind: 'trusted' });
  });

  it('is signed by somebody unknown where nothing is known of the certificate', async () => {
    const nothing = { anchors: [], intermediates: [] };
    const verdict = await verdictOf(await conclusion(), EXPECTED, nothing);
    expect(verdict).toMatchObject({ kind: 'signer-unknown', code: 'chain-incomplete' });
  });

  it('counts the hashes in any order, and an instant in milliseconds as the text that was signed', async () => {
    const turned = await conclusion({
      hashesDosComponentesDigitais: [FIRST, SECOND],
      dataDeRecebimento: Date.parse(DATE),
      IDT: '5235',
    });
    expect(await verdictOf(turned)).toMatchObject({ kind: 'trusted' });
  });

  it('with an instant that is none is no receipt', async () => {
    for (const dataDeRecebimento of [1e20, -1e20]) {
      const verdict = await verdictOf(await conclusion({ dataDeRecebimento }));
      expect(verdict).toMatchObject({ kind: 'unverifiable' });
    }
  });

  it('that was changed in any word is refused', async () => {
    const changes: JsonObject[] = [
      { dataDeRecebimento: '2026-07-31T18:42:59.001Z' },
      { hashesDosComponentesDigitais: [FIRST] },
    ];
    for (const change of changes) {
      expect(await verdictOf(await conclusion(change))).toEqual({
        kind: 'invalid',
        code: 'signature-mismatch',
      });
    }
    const other = await conclusion({}, { hashDaAssinatura: await sign('<recibo></recibo>') });
    expect(await verdictOf(other)).toEqual({ kind: 'invalid', code: 'signature-mismatch' });
  });

  it('of another trâmite, of other files or without one that was asked for is refused, however it is signed', async () => {
    const raw = await conclusion();
    expect(await verdictOf(raw, { ...EXPECTED, idt: 5236 })).toEqual({
      kind: 'invalid',
      code: 'another-tramite',
    });
    expect(await verdictOf(raw, { ...EXPECTED, known: [FIRST] })).toEqual({
      kind: 'invalid',
      code: 'other-components',
    });
    const asked = { ...EXPECTED, known: [...HASHES, 'x'], asked: ['x'] };
    expect(await verdictOf(raw, asked)).toEqual({ kind: 'invalid', code: 'other-components' });
  });

  it('is not verified without a certificate, with a key of another kind or where it is no receipt', async () => {
    const bare = await conclusion({}, { cadeiaDoCertificado: 'nenhum' });
    expect(await verdictOf(bare)).toEqual({ kind: 'unverifiable', code: 'no-certificate' });
    const elliptic = await conclusion({}, { cadeiaDoCertificado: await chainText('ecp256') });
    expect(await verdictOf(elliptic)).toEqual({
      kind: 'unverifiable',
      code: 'unsupported-algorithm',
    });
    expect(await verdictOf('<html>')).toEqual({ kind: 'unverifiable', code: 'unreadable' });
  });

  it('whose words could pass for tags of the signed text is not read', async () => {
    const joined = `${FIRST}</hashDoComponenteDigital><hashDoComponenteDigital>${SECOND}`;
    const raw = await conclusion({ hashesDosComponentesDigitais: [joined] });
    expect(await verdictOf(raw)).toEqual({ kind: 'unverifiable', code: 'unreadable' });
  });

  it('is saved with the very text that was signed', async () => {
    const xml = receiptXml('conclusao', await conclusion());
    const text = conclusionReceiptText({
      ...{ IDT: 5235, NRE: EXPECTED.nre, dataDeRecebimento: DATE, hashes: HASHES },
    });
    expect(xml).toContain(`<reciboAssinado>${text}<cadeiaDoCertificado>-----BEGIN`);
    expect(receiptXml('conclusao', '{}')).toBeUndefined();
  });
});

it('the platform’s receipt of sending is verified in the same way', async () => {
  const said = {
    ...{ IDT: 5235, NRE: EXPECTED.nre },
    dataDeRecebimentoDoUltimoComponenteDigital: DATE,
  };
  const raw = JSON.stringify({
    reciboDeEnvio: { ...said, hashesDosComponentesDigitais: HASHES },
    cadeiaDoCertificado: toBase64(await certificateOf(SIGNER)),
    hashDaAssinatura: await sign(sendReceiptText({ ...said, hashes: HASHES })),
  });
  const trust = { ...icpTrust, intermediates: icpChain };
  expect(await verifyReceipt('envio', raw, EXPECTED, trust, await at())).toMatchObject({
    kind: 'trusted',
  });
});
