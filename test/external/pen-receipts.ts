import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromBase64, utf8 } from '../../src/base/bytes.ts';
import type { JsonObject } from '../../src/base/json.ts';
import type { ReceiptKind } from '../../src/receipt/pen/read-receipt.ts';
import { verifyReceipt } from '../../src/receipt/pen/verify-receipt.ts';
import { fromPem } from '../../src/signing/certificate/pem.ts';
import { type PenTrip, takePenTrip } from '../support/pen-trip.ts';
import { startServer } from '../support/server-process.ts';
import { check } from './checks.ts';
import { keep } from './scratch.ts';
import { run } from './tools.ts';

const NAMES = {
  envio: {
    member: 'reciboDeEnvio',
    root: 'reciboDeEnvio',
    date: 'dataDeRecebimentoDoUltimoComponenteDigital',
  },
  conclusao: { member: 'recibo', root: 'recibo', date: 'dataDeRecebimento' },
} as const;

/** The signed text as the manual's programs make it, without the app's own words. */
const textOf = (kind: ReceiptKind, receipt: JsonObject): string => {
  const { member, root, date } = NAMES[kind];
  const said = Object(receipt[member]);
  const hashes: string[] = [...said.hashesDosComponentesDigitais];
  hashes.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const element = (name: string, value: unknown) => `<${name}>${value}</${name}>`;
  return element(
    root,
    element('IDT', said.IDT) +
      element('NRE', said.NRE) +
      element(date, said[date]) +
      hashes.map((hash) => element('hashDoComponenteDigital', hash)).join(''),
  );
};

/** What `openssl dgst -verify` says of a receipt, with the key of the certificate in it. */
const opensslHolds = (name: string, kind: ReceiptKind, raw: string, root: string) => {
  const receipt = JSON.parse(raw);
  const chain = keep(`${name}.pem`, utf8(receipt.cadeiaDoCertificado));
  const key = keep(
    `${name}.pub`,
    utf8(run('openssl', 'x509', '-in', chain, '-pubkey', '-noout').stdout),
  );
  const signature = keep(`${name}.sig`, fromBase64(receipt.hashDaAssinatura));
  const text = keep(`${name}.xml`, utf8(textOf(kind, receipt)));
  return {
    signature: run('openssl', 'dgst', '-sha256', '-verify', key, '-signature', signature, text),
    chain: run('openssl', 'verify', '-CAfile', root, '-untrusted', chain, chain),
  };
};

/** The same receipt, with one of its statements changed. */
const changed = (kind: ReceiptKind, raw: string): [what: string, raw: string][] => {
  const receiptWith = (change: (said: Record<string, unknown>) => void): string => {
    const receipt = JSON.parse(raw);
    change(receipt[NAMES[kind].member]);
    return JSON.stringify(receipt);
  };
  const HASH = 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';
  return [
    ['its IDT', receiptWith((said) => Object.assign(said, { IDT: Number(said.IDT) + 1 }))],
    ['its NRE', receiptWith((said) => Object.assign(said, { NRE: '0000000000000000' }))],
    [
      'its date',
      receiptWith((said) =>
        Object.assign(said, { [NAMES[kind].date]: '2026-11-22T00:00:00.000Z' }),
      ),
    ],
    [
      'a component',
      receiptWith((said) => Object.assign(said, { hashesDosComponentesDigitais: [HASH] })),
    ],
  ];
};

const judge = async (kind: ReceiptKind, trip: PenTrip, rootFile: string): Promise<void> => {
  const raw = trip[kind];
  const [root] = fromPem(readFileSync(rootFile, 'utf8'));
  if (!root) throw new Error('no root');
  const ours = async (text: string) => {
    const expected = { idt: trip.idt, nre: trip.nre, known: trip.hashes, asked: trip.hashes };
    const trust = { anchors: [root], intermediates: [] };
    return (await verifyReceipt(kind, text, expected, trust, Date.now())).kind;
  };
  const title =
    kind === 'envio' ? 'send receipt of the platform' : 'conclusion receipt of the gateway';
  const openssl = opensslHolds(`pen-${kind}`, kind, raw, rootFile);
  check(
    `openssl dgst -verify accepts the ${title}`,
    openssl.signature.status === 0,
    openssl.signature.output,
  );
  check(
    `openssl verify accepts the chain in the ${title}`,
    openssl.chain.status === 0,
    openssl.chain.output,
  );
  check(`the app trusts the ${title}`, (await ours(raw)) === 'trusted');
  for (const [index, [what, text]] of changed(kind, raw).entries()) {
    const { signature } = opensslHolds(`pen-${kind}-${index}`, kind, text, rootFile);
    const refused = /Verification failure/i.test(signature.output) && signature.status !== 0;
    check(`openssl refuses the ${title} with ${what} changed`, refused, signature.output);
    check(`the app refuses the ${title} with ${what} changed`, (await ours(text)) === 'invalid');
  }
};

/** Second opinions on the receipts of a trâmite that gateway and sandbox make as processes of their own. */
export const judgePenReceipts = async (): Promise<void> => {
  const data = mkdtempSync(join(tmpdir(), 'estafeta-external-pen-'));
  const server = await startServer({ env: { ESTAFETA_DATA: data } });
  try {
    const trip = await takePenTrip(server.url);
    await judge('envio', trip, join(data, 'demo/raiz.pem'));
    await judge('conclusao', trip, join(data, 'demo/raiz.pem'));
  } finally {
    await server.kill();
    rmSync(data, { recursive: true, force: true });
  }
};
