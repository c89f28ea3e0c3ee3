import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Bytes } from '../../src/base/bytes.ts';
import { fromPem } from '../../src/signing/certificate/pem.ts';
import { childrenOf, contentOf, readDer } from '../../src/signing/der/reader.ts';
import { writePfx } from '../../src/signing/pfx/write.ts';
import { type Desk, useOffice } from '../support/office.ts';
import {
  bytesSecret,
  type Secrets,
  secretsIn,
  secretsUnder,
  storagesOf,
  textSecret,
} from '../support/profile-secrets.ts';

// After a whole day of work nothing secret lies in the browser's profile, whether the key was kept or not (D10).

/** That of the demo people stands in the app's own texts. */
const PASSWORD = 'çãoÉ-zabumba do sertão';
const PASSPHRASE = 'correio elegante da serra dourada';
/** What does lie there, so that a search that looks in the wrong place fails. */
const MARKER = { marker: textSecret('marca 7731') };

const { sitDownAtOwnPc, demo, door } = useOffice('key-hygiene');

const pemOf = async (file: string, label?: 'PRIVATE KEY'): Promise<Bytes[]> =>
  fromPem(await readFile(demo(file), 'utf8'), label);

const joao = async () => {
  const [pkcs8] = await pemOf('joao.key.pem', 'PRIVATE KEY');
  if (!pkcs8) throw new Error('no key of João');
  const chain = [...(await pemOf('joao.pem')), ...(await pemOf('cadeia.pem'))];
  return { pkcs8, pfx: await writePfx(pkcs8, chain, PASSWORD, 'modern') };
};

/** From the private exponent to the end: what stands before it is in the certificate too (RFC 8017 appendix A.1.2). */
const privatePartOf = (pkcs8: Bytes): Bytes => {
  const [, , privateKey] = childrenOf(readDer(pkcs8));
  if (!privateKey) throw new Error('no PKCS#8');
  const rsa = contentOf(privateKey);
  const [, , , exponent] = childrenOf(readDer(rsa));
  if (!exponent) throw new Error('no RSA key');
  return rsa.slice(exponent.contentStart);
};

/** Imports, signs a P7S, logs in, delivers, signs the PDF and homologates. */
const worksTheWholeDay = async ({ clerk, browser: { page } }: Desk): Promise<string> => {
  const asked = page.waitForRequest((request) => 'authorization' in request.headers());
  await clerk.prepares(demo('edital.pdf'), { 'campo-numeroDecretoMunicipal': 'marca 7731' });
  await clerk.signsAndQueues();
  await clerk.waitsForState('needs-person');
  await clerk.confirmsHomologation();
  await clerk.waitsForState('done');
  return (await asked).headers().authorization ?? '';
};

it.each(['is kept', 'is not kept'])(
  'leaves no secret on the disk where the key %s',
  async (how) => {
    const desk = await sitDownAtOwnPc();
    const { page, profile } = desk.browser;
    const { pkcs8, pfx } = await joao();
    await desk.clerk.open('certificados');
    await desk.clerk.opensCertificate(
      { name: 'joao.pfx', mimeType: 'application/x-pkcs12', buffer: Buffer.from(pfx) },
      PASSWORD,
    );
    await page.getByText('Certificado aberto: JOÃO').waitFor();
    if (how === 'is kept') {
      await desk.clerk.keepsKey(PASSPHRASE);
      await page.getByRole('button', { name: 'Bloquear agora' }).click();
      await desk.clerk.unlocksWith(PASSPHRASE);
      await page.getByText('Certificado aberto: JOÃO').waitFor();
    }
    const token = await worksTheWholeDay(desk);
    expect((await door.deliveries()).at(-1)).toMatchObject({ statusEnvio: 'HOMOLOGADO' });

    const secrets: Secrets = {
      key: bytesSecret(privatePartOf(pkcs8)),
      pfx: bytesSecret(pfx.slice(-1024)),
      password: textSecret(PASSWORD),
      passphrase: textSecret(PASSPHRASE),
      token: textSecret(token.split('.')[2] ?? ''),
    };
    const kept = await storagesOf(page);
    expect(secretsIn(kept, { ...MARKER, ...secrets })).toEqual(['marker']);
    await desk.browser.context.close();
    expect(await secretsUnder(profile, MARKER)).not.toEqual([]);
    expect(await secretsUnder(profile, secrets)).toEqual([]);
  },
);
