import type fc from 'fast-check';
import type { Bytes } from '../../src/base/bytes.ts';
import { maySignDocuments, readCertificate } from '../../src/signing/certificate/certificate.ts';
import { findChain } from '../../src/signing/certificate/chain.ts';
import { factsOf } from '../../src/signing/certificate/facts.ts';
import { verifySignedData } from '../../src/signing/cms/verify.ts';
import { attempt, childrenOf, type Der, readDer } from '../../src/signing/der/reader.ts';
import { constructed } from '../../src/signing/der/tags.ts';
import * as values from '../../src/signing/der/values.ts';
import { icpCertificate, icpFile, icpTrust } from '../support/icp.ts';
import { derMutation, strangeDer } from './der-mutations.ts';
import { fixtures, inputsFrom, type Target } from './target.ts';

const NOW = Date.UTC(2030, 0, 1);
const certificates = await fixtures('icp/certs');
const cms = await fixtures('icp/cms');
const authorities = await Promise.all(['ac2', 'ac1', 'raiz', 'raizec'].map(icpCertificate));
const content = await icpFile('content.txt');

const derInputs = (files: readonly Bytes[]): fc.Arbitrary<Bytes> =>
  inputsFrom(files, derMutation, strangeDer);

/** Reads every value as everything it might be. */
const walk = (der: Der): void => {
  for (const read of Object.values(values)) attempt(() => read(der));
  if (!constructed(der.tag)) return;
  const children = attempt(() => childrenOf(der));
  if ('value' in children) children.value.forEach(walk);
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

export const cmsReader: Target = {
  name: 'CMS reader',
  inputs: derInputs(cms),
  read: async (input) => {
    await verifySignedData(input, icpTrust, { content, now: NOW });
  },
};
