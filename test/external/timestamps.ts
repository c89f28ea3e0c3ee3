import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bytes, bytesOf, toHex, utf8 } from '../../src/base/bytes.ts';
import { toPem } from '../../src/signing/certificate/pem.ts';
import { addTimestamp } from '../../src/signing/cms/add-timestamp.ts';
import { signAttached } from '../../src/signing/cms/sign.ts';
import { readSignedData } from '../../src/signing/cms/signed-data.ts';
import { type SigningHash, signingHash } from '../../src/signing/cms/signing-keys.ts';
import {
  readTimestampAnswer,
  type TimestampQuestion,
  writeTimestampRequest,
} from '../../src/signing/cms/timestamp-request.ts';
import { encodedOf } from '../../src/signing/der/reader.ts';
import { OID } from '../../src/signing/oids.ts';
import { icpChain, icpFile } from '../support/icp.ts';
import { check } from './checks.ts';
import { keep, scratch } from './scratch.ts';
import type { SignedCms } from './signed-cms.ts';
import { PEOPLE } from './signers.ts';
import { mustRun, run } from './tools.ts';
import { rootsFile } from './trusted.ts';

const between = keep('between.pem', utf8(icpChain.map((der) => toPem(der)).join('')));

const digestOf = async (hash: SigningHash, data: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest(hash, data));

/** Asks `openssl ts` as the authority; gives the path of its answer. */
const askOpenSsl = async (request: Bytes, number: number): Promise<string> => {
  const config = `[tsa]
serial = ${keep('tsa-serial', utf8('01\n'))}
default_policy = 2.16.76.1.6.999
digests = sha256,sha512
signer_digest = sha256
ess_cert_id_alg = sha256
`;
  const answer = join(scratch, `answer-${number}`);
  mustRun(
    ...(['openssl', 'ts', '-reply', '-config', keep('tsa.cnf', utf8(config))] as const),
    ...['-section', 'tsa', '-queryfile', keep(`request-${number}`, request), '-out', answer],
    ...['-signer', keep('tsa.pem', utf8(toPem(await icpFile('certs/tsa.der')))), '-chain', between],
    ...['-inkey', keep('tsa.key', utf8(toPem(await icpFile('keys/tsa.pk8'), 'PRIVATE KEY')))],
  );
  return answer;
};

/** The first signature of a P7S, and the token that stands beside it. */
const stampOf = (p7s: Bytes): { signature: Bytes; token: Bytes } => {
  const [signer] = readSignedData(p7s)?.signers ?? [];
  const [token] = signer?.unsigned.get(OID.signatureTimestamp) ?? [];
  if (!signer || !token) throw new Error('no time stamp');
  return { signature: signer.signature, token: encodedOf(token) };
};

/** Checks with OpenSSL that the token of a P7S stamps its signature, and nothing else. */
const judgeStamp = async (title: string, p7s: Bytes, hash: SigningHash): Promise<void> => {
  const { signature, token } = stampOf(p7s);
  const verify = (digest: Bytes) =>
    run(
      ...(['openssl', 'ts', '-verify', '-in', keep('token', token), '-token_in'] as const),
      ...['-digest', toHex(digest), '-CAfile', rootsFile, '-untrusted', between],
    );
  const stamped = verify(await digestOf(hash, signature));
  check(`OpenSSL accepts the token of ${title}`, stamped.status === 0, stamped.output);
  const other = verify(await digestOf(hash, signature.subarray(1)));
  check(`OpenSSL refuses it over another signature`, other.status > 0, other.output);
};

/** P7S whose signature bears a time stamp (AD-RT), one for each kind of key, written to files; their tokens are judged here. */
export const makeStampedP7s = async (): Promise<SignedCms[]> => {
  const text = await icpFile('content.txt');
  const content = keep('content.txt', text);
  const files: SignedCms[] = [];
  for (const [number, { name, keys, chain }] of PEOPLE.entries()) {
    const title = `time-stamped P7S, ${name}`;
    const options = { now: Date.now(), level: 'AD-RB' } as const;
    const p7s = await signAttached(new Blob([text]), keys, chain, options);
    const [signer] = readSignedData(await bytesOf(p7s))?.signers ?? [];
    if (!signer) throw new Error('no signer');
    const hash = signingHash(keys.certificate.publicKey);
    const nonce = crypto.getRandomValues(new Uint8Array(8));
    const question: TimestampQuestion = {
      hash,
      digest: await digestOf(hash, signer.signature),
      nonce,
    };
    const answer = await askOpenSsl(writeTimestampRequest(question), number);
    const token = readTimestampAnswer(new Uint8Array(readFileSync(answer)), question);
    if (!token.ok) throw new Error(token.error);
    const stamped = await addTimestamp(p7s, 0, token.value);
    if (!stamped.ok) throw new Error(stamped.error);
    const bytes = await bytesOf(stamped.value);
    await judgeStamp(title, bytes, hash);
    const path = keep(title.replaceAll(/\W+/g, '-'), bytes);
    files.push({ title, path, content, signers: 1, counterSigners: 0, cades: true });
  }
  return files;
};
