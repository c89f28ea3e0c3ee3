import { appendFileSync, readFileSync } from 'node:fs';
import { type Bytes, utf8 } from '../../src/base/bytes.ts';
import { toPem } from '../../src/signing/certificate/pem.ts';
import { icpTrust } from '../support/icp.ts';
import { keep, scratch } from './scratch.ts';
import { mustRun } from './tools.ts';

/** Roots that the tools trust, PEM, for OpenSSL. */
export const rootsFile = keep('roots.pem', new Uint8Array(0));

/** The same roots in a database of NSS, for `pdfsig`. */
export const nssDatabase = `sql:${scratch}`;

/** Makes the tools trust a root, a PEM file. */
export const trust = (name: string, path: string): void => {
  appendFileSync(rootsFile, readFileSync(path));
  mustRun('certutil', '-A', '-d', nssDatabase, '-n', name, '-t', 'CT,C,C', '-a', '-i', path);
};

/** Makes the tools trust the roots of the synthetic people. */
export const trustSyntheticRoots = (): void => {
  mustRun('certutil', '-N', '-d', nssDatabase, '--empty-password');
  const pem = (name: string, der: Bytes) => keep(`${name}.pem`, utf8(toPem(der)));
  for (const [i, der] of icpTrust.anchors.entries()) trust(`root-${i}`, pem(`root-${i}`, der));
};
