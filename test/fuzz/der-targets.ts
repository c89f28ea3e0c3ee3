import type fc from 'fast-check';
import { type Bytes, bytesOf } from '../../src/base/bytes.ts';
import { maySignDocuments, readCertificate } from '../../src/signing/certificate/certificate.ts';
import { findChain } from '../../src/signing/certificate/chain.ts';
import { factsOf } from '../../src/signing/certificate/facts.ts';
import { addTimestamp } from '../../src/signing/cms/add-timestamp.ts';
import { addSignature } from '../../src/signing/cms/co-sign.ts';
import { addCounterSignature } from '../../src/signing/cms/counter-sign.ts';
import { readTimestampAnswer } from '../../src/signing/cms/timestamp-request.ts';
import { verifyP7s } from '../../src/signing/cms/verify.ts';
import { attempt, childrenOf, type Der, readDer } from '../../src/signing/der/reader.ts';
import { constructed } from '../../src/signing/der/tags.ts';
import * as values from '../../src/signing/der/values.ts';
import { examineP7s } from '../../src/signing/examine/examine-p7s.ts';
import { revocationOf } from '../../src/signing/revocation/revocation.ts';
import { icpCertificate, icpChain, icpFile, icpKeys, icpTrust } from '../support/icp.ts';
import { derMutation, strangeDer } from './der-mutations.ts';
import { fixtures, inputsFrom, type Target } from './target.ts';

const NOW = Date.UTC(2030, 0, 1);
const certificates = await fixtures('icp/certs');
const revoked = await icpCertificate('revoked');
const ac2 = await icpCertificate('ac2');
const authorities = await Promise.all(['ac2', 'ac1', 'raiz', 'raizec'].map(icpCertificate));
const content = await icpFile('content.txt');
const curve = await icpKeys('ecp256');

const answer = await icpFile('timestamp/content.tsr');
/** The token of the answer stands after its status, which takes five octets. */
const stamped = await addTimestamp(
  new Blob([await icpFile('cms/attached.p7s')]),
  0,
  answer.slice(9),
);
if (!stamped.ok) throw new Error(stamped.error);
const cms = [...(await fixtures('icp/cms')), await bytesOf(stamped.value)];

const derInputs = (files: readonly Bytes[]): fc.Arbitrary<Bytes> =>
  inputsFrom(files, derMutation, strangeDer);

/** Whatever a value is, some structure might be read in its place. */
const readers = Object.values(values);

/** Reads each value as something that it may or may not be. */
const walk = (root: Der): void => {
  const open = [root];
  for (const [number, node] of open.entries()) {
    attempt(() => readers[number % readers.length]?.(node));
    const children = constructed(node.tag) ? attempt(() => childrenOf(node)) : undefined;
    if (children && 'value' in children) for (const child of children.value) open.push(child);
  }
};

export const derWalker: Target = {
  name: 'DER walker',
  inputs: derInputs(certificates),
  read: async (input) => {
    const root = attempt(() => readDer(input));
    if ('value' in root) walk(root.value);
  },
};

export const certificateReader: Target = {
  name: 'certificate reader',
  inputs: derInputs(certificates),
  read: async (input) => {
    const certificate = readCertificate(input);
    if (!certificate) return;
    factsOf(certificate);
    maySignDocuments(certificate);
    await findChain(certificate, [certificate, ...authorities], authorities, NOW);
  },
};

/** A file of a stranger is examined as a whole, and signed once more. */
export const cmsReader: Target = {
  name: 'CMS reader',
  inputs: derInputs(cms),
  read: async (input) => {
    await verifyP7s(input, icpTrust, NOW);
    await examineP7s(input, icpTrust, { content, now: NOW });
  },
};

export const cmsSigner: Target = {
  name: 'CMS signer',
  inputs: derInputs(cms),
  read: async (input) => {
    const p7s = new Blob([input]);
    await addSignature(p7s, curve, icpChain, { now: NOW, level: 'AD-RB' });
    await addCounterSignature(p7s, 0, curve, icpChain, { now: NOW });
    await addTimestamp(p7s, 0, content);
  },
};

export const revocationReader: Target = {
  name: 'CRL and OCSP reader',
  inputs: derInputs(await fixtures('icp/revocation')),
  read: async (input) => {
    const evidence = { crls: [input], ocspResponses: [input] };
    await revocationOf(revoked, ac2, evidence, authorities, NOW);
  },
};

export const timestampReader: Target = {
  name: 'time-stamp reader',
  inputs: derInputs([answer]),
  read: async (input) => {
    readTimestampAnswer(input, { hash: 'SHA-256', digest: new Uint8Array(32), nonce: content });
  },
};
