import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { Bytes } from '../../../src/base/bytes.ts';
import { newId } from '../../../src/base/ids.ts';
import { fromPem, toPem } from '../../../src/signing/certificate/pem.ts';
import { writePfx } from '../../../src/signing/pfx/write.ts';
import { type Authorities, openAuthorities, SIGNER_NAMES } from '../icp/authorities.ts';
import { createDemoChain, type DemoChain, type KeyAndCertificate } from './chain.ts';
import { editalPdf } from './edital.ts';
import { PEN_HOLDERS, type PenHolderId, type PenIdentity } from './pen-holders.ts';
import { DEMO_PASSWORD, type Person } from './people.ts';

/** PEM for the TLS server of Passaporte. */
export interface TlsIdentity {
  key: string;
  /** The server's certificate, followed by the intermediates. */
  cert: string;
  /** Root and intermediates: what client certificates must chain to. */
  ca: string[];
}

/** The chain that the sandbox trusts, and those who sign for it. */
export interface DemoIdentity {
  root: Bytes;
  intermediates: Bytes[];
  authorities: Authorities;
  tls: TlsIdentity;
  /** Those who sign and are known by certificate at the sandbox's Barramento. */
  pen: Record<PenHolderId, PenIdentity>;
}

type NamedFiles = Record<string, string | Bytes>;

const allPem = (certificates: Bytes[]) => certificates.map((each) => toPem(each)).join('');

const personFiles = async (
  person: Person,
  { certificate, pkcs8 }: KeyAndCertificate,
  authorities: Bytes[],
): Promise<NamedFiles> => ({
  [`${person.file}.pem`]: toPem(certificate),
  [`${person.file}.key.pem`]: toPem(pkcs8, 'PRIVATE KEY'),
  [`${person.file}.pfx`]: await writePfx(
    pkcs8,
    [certificate, ...authorities],
    DEMO_PASSWORD,
    person.pfxRecipe,
  ),
});

const intermediatesOf = ({ signers }: DemoChain): Bytes[] => [
  signers.final.certificate,
  signers.primeira.certificate,
];

const demoFiles = async (chain: DemoChain, now: number): Promise<NamedFiles> => {
  const intermediates = intermediatesOf(chain);
  const root = chain.signers.raiz.certificate;
  const authorities = [...intermediates, root];
  const people = chain.people.map(({ person, identity }) =>
    personFiles(person, identity, authorities),
  );
  return {
    'raiz.pem': toPem(root),
    'cadeia.pem': allPem(intermediates),
    'edital.pdf': await editalPdf(now),
    ...Object.assign({}, ...(await Promise.all(people))),
  };
};

const keyAndCertificateFiles = (name: string, { certificate, pkcs8 }: KeyAndCertificate) => ({
  [`${name}.pem`]: toPem(certificate),
  [`${name}.key.pem`]: toPem(pkcs8, 'PRIVATE KEY'),
});

const passaporteFiles = (chain: DemoChain): NamedFiles => ({
  ...keyAndCertificateFiles('servidor', chain.server),
  'servidor.pem': allPem([chain.server.certificate, ...intermediatesOf(chain)]),
});

const penFiles = ({ pen }: DemoChain): NamedFiles =>
  Object.assign(
    {},
    ...pen.map(({ holder, identity }) => keyAndCertificateFiles(holder.id, identity)),
  );

const authorityFiles = ({ signers }: DemoChain): NamedFiles =>
  Object.assign({}, ...SIGNER_NAMES.map((name) => keyAndCertificateFiles(name, signers[name])));

/** Puts a folder in place whole or not at all. */
const writeFolder = async (folder: string, files: NamedFiles): Promise<void> => {
  const partial = `${folder}.${newId()}`;
  await mkdir(partial, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await writeFile(`${partial}/${name}`, content, { mode: 0o600 });
  }
  await rm(folder, { recursive: true, force: true });
  await rename(partial, folder);
};

const readText = (path: string): Promise<string> => readFile(path, 'utf8');

/** Reads a text file, `undefined` where there is none. */
const readTextIfAny = async (path: string): Promise<string | undefined> => {
  try {
    return await readText(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

const readPen = async (folder: string, chain: string): Promise<DemoIdentity['pen']> => {
  const read = async (id: PenHolderId): Promise<PenIdentity> => ({
    certificate: (await readText(`${folder}/${id}.pem`)) + chain,
    key: await readText(`${folder}/${id}.key.pem`),
  });
  const all = await Promise.all(PEN_HOLDERS.map(async ({ id }) => [id, await read(id)] as const));
  return Object.fromEntries(all) as DemoIdentity['pen'];
};

/**
 * Makes the demo chain and people on first start (`now`: epoch ms), reads them afterwards. A folder of before there
 * was a Barramento gets a new chain.
 */
export const installDemo = async (dataDir: string, now: number): Promise<DemoIdentity> => {
  const demo = `${dataDir}/demo`;
  const passaporte = `${dataDir}/passaporte`;
  const icp = `${dataDir}/icp`;
  const pen = `${dataDir}/pen`;
  const last = [`${demo}/raiz.pem`, `${icp}/raiz.pem`, `${pen}/barramento.pem`];
  const made = await Promise.all(last.map(readTextIfAny));
  if (made.includes(undefined)) {
    const chain = await createDemoChain(now);
    await writeFolder(passaporte, passaporteFiles(chain));
    await writeFolder(icp, authorityFiles(chain));
    await writeFolder(pen, penFiles(chain));
    await writeFolder(demo, await demoFiles(chain, now));
  }
  const [root] = fromPem(await readText(`${demo}/raiz.pem`));
  if (!root) throw new Error('raiz.pem of the demo folder holds no certificate');
  const intermediates = fromPem(await readText(`${demo}/cadeia.pem`));
  return {
    root,
    intermediates,
    authorities: await openAuthorities((file) => readText(`${icp}/${file}`)),
    tls: {
      key: await readText(`${passaporte}/servidor.key.pem`),
      cert: await readText(`${passaporte}/servidor.pem`),
      ca: [root, ...intermediates].map((each) => toPem(each)),
    },
    pen: await readPen(pen, allPem(intermediates)),
  };
};
