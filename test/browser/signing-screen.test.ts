import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bytes, bytesOf, fromUtf8, utf8 } from '../../src/base/bytes.ts';
import { fromPem } from '../../src/signing/certificate/pem.ts';
import { addSignature } from '../../src/signing/cms/co-sign.ts';
import { signAttached, signDetached, signDetachedForPdf } from '../../src/signing/cms/sign.ts';
import { verifyP7s } from '../../src/signing/cms/verify.ts';
import { readPdfSignatures } from '../../src/signing/pdf/read-signatures.ts';
import { signPdf } from '../../src/signing/pdf/sign.ts';
import { demoSigner } from '../support/demo-signer.ts';
import { type Desk, useOffice } from '../support/office.ts';

// The screen Assinar: any file signed, and of any signed file told what it is worth.

const { sitDown, demo, losesTheServer } = useOffice('signing-screen');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estafeta-signing-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fileOf = async (name: string, content: Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

const chooses = (page: Page, paths: string[]) =>
  page.locator('.drop-zone input').first().setInputFiles(paths);

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

const bytesOfDownload = async (download: Download): Promise<Bytes> =>
  new Uint8Array(await readFile(await download.path()));

const saves = async (page: Page, name: string): Promise<Bytes> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return bytesOfDownload(download);
};

const consents = async (page: Page, count: number) => {
  await page.getByRole('button', { name: `Assinar ${count} arquivos`, exact: true }).click();
  await page.getByRole('button', { name: `Assinar ${count} arquivos agora` }).click();
};

/** What the report of a file says, once its screen is there: a click only begins the change of screen. */
const readsReport = async (page: Page, name: string): Promise<string> => {
  await page.getByRole('link', { name: `Ver o relatório de ${name}` }).click();
  await page.locator('article .file-name', { hasText: name }).waitFor();
  return page.getByRole('main').innerText();
};

const wouldAskBeforeClosing = (page: Page): Promise<boolean> =>
  page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));

const demoTrust = async () => ({
  anchors: fromPem(await readFile(demo('raiz.pem'), 'utf8')),
  intermediates: [],
});

const comesToSign = async (): Promise<Desk> => {
  const desk = await sitDown();
  await desk.clerk.comesToWork(demo('joao.pfx'));
  await desk.clerk.open('assinar');
  return desk;
};

/** Files as João and Maria sign them outside the app. */
const signedOutside = async () => {
  const [joao, maria] = [await demoSigner(demo, 'joao'), await demoSigner(demo, 'maria')];
  const options = { now: Date.now(), level: 'AD-RB' } as const;
  const inPdf = async (pdf: Bytes, { keys, chain }: typeof joao) => {
    const signed = await signPdf(pdf, { signingTime: options.now, name: 'Nome' }, (bytes) =>
      signDetachedForPdf(bytes, keys, chain, options),
    );
    if (!signed.ok) throw new Error(signed.error);
    return signed.value;
  };
  const content = new Blob([utf8('Ata da sessão de 12 de março.')]);
  const good = await signAttached(content, joao.keys, joao.chain, options);
  const both = await addSignature(good, maria.keys, maria.chain, options);
  if (!both.ok) throw new Error(both.error);
  const changed = await bytesOf(good);
  changed[Buffer.from(changed).indexOf('12 de')] = 0x32;
  const edital = new Uint8Array(await readFile(demo('edital.pdf')));
  return {
    'boa.p7s': await bytesOf(good),
    'mudada.p7s': changed,
    'duas.p7s': await bytesOf(both.value),
    'ata.txt.p7s': await signDetached(content, joao.keys, joao.chain, options),
    'edital duas vezes.pdf': await inPdf(await inPdf(edital, joao), maria),
  };
};

it('tells of signed files what they are worth, by whom, and why, and goes on where it is asked to', async () => {
  const desk = await sitDown();
  const { page } = desk.browser;
  await desk.clerk.open('assinar');
  const files = Object.entries(await signedOutside());
  await chooses(page, await Promise.all(files.map(([name, content]) => fileOf(name, content))));
  const expectVerdict = (name: string, verdict: string) =>
    expect.poll(() => row(page, name).locator('.chip').textContent()).toBe(verdict);
  const opens = async (name: string) => {
    await desk.clerk.open('assinar');
    return readsReport(page, name);
  };
  const unchecked = 'Válida, revogação não verificada';
  await expectVerdict('boa.p7s', unchecked);
  await expectVerdict('mudada.p7s', 'Inválida');
  await expectVerdict('duas.p7s', unchecked);
  await expectVerdict('ata.txt.p7s', 'Só a assinatura: falta o documento');
  await expectVerdict('edital duas vezes.pdf', unchecked);

  const changed = await opens('mudada.p7s');
  expect(changed).toContain('O conteúdo foi mudado depois de assinado.');
  expect(changed).toContain('Simulador local, onde valem certificados de treino');
  const twice = await opens('edital duas vezes.pdf');
  expect(twice).toMatch(/Assinatura 1 de 2: JOÃO[\s\S]*só outras assinaturas[\s\S]*2 de 2: MARIA/);
  expect(await opens('duas.p7s')).toMatch(
    /1 de 2: JOÃO[\s\S]*Todo o documento[\s\S]*2 de 2: MARIA/,
  );
  expect(fromUtf8(await saves(page, 'Salvar o documento que está dentro'))).toContain(
    '12 de março',
  );
  const json = JSON.parse(fromUtf8(await saves(page, 'Salvar relatório (JSON)')));
  expect(json).toMatchObject({
    name: 'duas.p7s',
    report: { signatures: [{ level: 'AD-RB' }, {}] },
  });
  await page.getByRole('button', { name: 'Buscar listas de revogação' }).click();
  await page.getByText('Todas as assinaturas deste arquivo são válidas.').waitFor();
  await expect
    .poll(() => page.getByRole('main').innerText())
    .toMatch(/Lista de AC Final.*, feita em/);

  expect(await opens('ata.txt.p7s')).toContain('O tribunal recusa P7S sem o documento dentro.');
  await desk.clerk.open('assinar');
  await chooses(page, [await fileOf('ata.txt', utf8('Ata da sessão de 12 de março.'))]);
  await expectVerdict('ata.txt.p7s', 'Válida');
  expect(await opens('ata.txt.p7s')).toContain('Conferido com o documento ata.txt.');
});

it('adds a signature to those of a P7S, and one to a signature, each by itself', async () => {
  const desk = await comesToSign();
  const { page } = desk.browser;
  const { keys, chain } = await demoSigner(demo, 'maria');
  const options = { now: Date.now(), level: 'AD-RB' } as const;
  const p7s = await bytesOf(await signAttached(new Blob([utf8('Ata')]), keys, chain, options));
  await chooses(page, [await fileOf('só maria.p7s', p7s)]);
  await page.getByRole('checkbox', { name: 'Selecionar só maria.p7s' }).check();
  const consentsToOne = async () => {
    await page.getByText('Antes de assinar').waitFor();
    await page.getByRole('button', { name: 'Assinar 1 arquivo agora' }).click();
    await page.getByText('1 arquivo assinado.').waitFor();
    await page.getByRole('button', { name: /^Conferir o assinado: só maria/ }).click();
    return readsReport(page, 'só maria (assinado).p7s');
  };
  await page.getByRole('button', { name: 'Assinar 1 arquivo', exact: true }).click();
  await page.getByText('Mais opções').click();
  await page.getByLabel('Acrescentar carimbo do tempo').check();
  expect(await consentsToOne()).toMatch(/1 de 2: MARIA[\s\S]*2 de 2: JOÃO[\s\S]*Hora provada/);

  await desk.clerk.open('assinar');
  await page.getByRole('button', { name: 'Tirar só maria (assinado).p7s da lista' }).click();
  await page.getByRole('link', { name: 'Ver o relatório de só maria.p7s' }).click();
  await page.getByRole('button', { name: 'Contra-assinar a assinatura de MARIA' }).click();
  expect(await consentsToOne()).toMatch(/^Assinatura: MARIA[\s\S]*Contra-assinatura 1: JOÃO/m);
});

it('signs a batch after one consent, a file that cannot be signed apart, and gives the results as one ZIP', async () => {
  const { page } = (await comesToSign()).browser;
  await chooses(page, [
    demo('edital.pdf'),
    'test/fixtures/pdf/encrypted.pdf',
    'test/fixtures/pdf/predictor.pdf',
    await fileOf('planilha.csv', utf8('a;b\n1;2\n')),
    await fileOf('ata nº 1.txt', utf8('Ata da sessão.')),
  ]);
  await row(page, 'encrypted.pdf').getByRole('checkbox').check();
  await consents(page, 5);
  await page.getByText('4 arquivos assinados. 1 arquivo não foi assinado').waitFor();
  await row(page, 'encrypted.pdf').getByText('protegido por senha').waitFor();

  await expect.poll(() => wouldAskBeforeClosing(page)).toBe(true);
  const zip = unzipSync(await saves(page, 'Salvar todos (ZIP)'));
  expect(Object.keys(zip).sort()).toEqual([
    'ata nº 1.txt.p7s',
    'edital (assinado).pdf',
    'planilha.csv.p7s',
    'predictor (assinado).pdf',
  ]);
  await expect.poll(() => wouldAskBeforeClosing(page)).toBe(false);
  const p7s = new Uint8Array(zip['ata nº 1.txt.p7s'] ?? []);
  const verified = await verifyP7s(p7s, await demoTrust(), Date.now());
  expect(verified.ok && fromUtf8(verified.value.content)).toBe('Ata da sessão.');
  const pdf = await readPdfSignatures(new Uint8Array(zip['edital (assinado).pdf'] ?? []));
  expect(pdf.ok && pdf.value).toMatchObject([{ coversWholeFile: true }]);
});

/** From now on every look at a file's bytes waits until it is let through. */
const holdsReading = (page: Page) =>
  page.evaluate(() => {
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    const { promise, resolve } = Promise.withResolvers<void>();
    addEventListener('let-through', () => resolve(), { once: true });
    crypto.subtle.digest = async (...args) => {
      await promise;
      return digest(...args);
    };
  });
const letsThrough = (page: Page) => page.evaluate(() => dispatchEvent(new Event('let-through')));

it('signs what stood in the list when the consent opened, whatever comes into it later', async () => {
  const { page } = (await comesToSign()).browser;
  await chooses(page, [await fileOf('vista.txt', utf8('vista'))]);
  await page.getByRole('button', { name: 'Assinar 1 arquivo', exact: true }).click();
  await chooses(page, [await fileOf('depois.txt', utf8('depois'))]);
  await row(page, 'depois.txt').waitFor({ state: 'attached' });
  const sheet = page.getByRole('dialog');
  expect(await sheet.textContent()).not.toContain('depois.txt');
  await sheet.getByRole('button', { name: 'Assinar 1 arquivo agora' }).click();
  await page.getByText('1 arquivo assinado.').waitFor();
  expect(await row(page, 'depois.txt').textContent()).not.toContain('Salvar');
});

it('pauses after the file at hand, leaves the rest once cancelled, and waits for its key where it was locked', async () => {
  const desk = await comesToSign();
  const { page } = desk.browser;
  const names = ['um.txt', 'dois.txt', 'três.txt'];
  await chooses(page, await Promise.all(names.map((name) => fileOf(name, utf8(name)))));
  await page.getByRole('button', { name: 'Assinar 3 arquivos', exact: true }).click();
  const consent = page.getByRole('button', { name: 'Assinar 3 arquivos agora' });
  await expect.poll(() => consent.isEnabled()).toBe(true);
  await holdsReading(page);
  await consent.click();
  await page.getByRole('button', { name: 'Pausar' }).click();
  await letsThrough(page);
  await page.getByText('um.txt.p7s').waitFor();
  await page.getByText('1 de 3 arquivos').waitFor();
  await row(page, 'dois.txt').getByText('Na espera').waitFor();

  // Nothing is lost by a slip: what waits stays in the list, what is not saved goes only after a question.
  const isOff = (name: string) => page.getByRole('button', { name }).isDisabled();
  await expect.poll(() => isOff('Tirar dois.txt da lista')).toBe(true);
  await expect.poll(() => isOff('Assinar com outro programa: dois.txt')).toBe(true);
  await expect.poll(() => isOff('Limpar a lista')).toBe(true);
  await page.getByRole('button', { name: 'Tirar um.txt da lista' }).click();
  await page.getByText('1 resultado que ainda não foi salvo').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancelar' }).click();

  await holdsReading(page);
  await page.getByRole('button', { name: 'Continuar' }).click();
  await page.getByRole('button', { name: 'Cancelar' }).click();
  await letsThrough(page);
  await page.getByText('2 arquivos assinados. 1 cancelado.').waitFor();
  await row(page, 'três.txt').getByText('Cancelado').waitFor();

  // The key is locked in the middle: only its own certificate goes on.
  await page.getByRole('button', { name: 'Tentar de novo os que faltam' }).click();
  const again = page.getByRole('button', { name: 'Assinar 1 arquivo agora' });
  await expect.poll(() => again.isEnabled()).toBe(true);
  await holdsReading(page);
  await again.click();
  await page.getByRole('button', { name: 'Pausar' }).waitFor();
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  await letsThrough(page);
  await page.getByText('O certificado foi bloqueado no meio do trabalho.').waitFor();
  await desk.clerk.opensCertificate(demo('maria.pfx'), 'senha123');
  await page.getByText('Está aberto outro certificado.').waitFor();
  const goOn = page.getByRole('button', { name: 'Continuar' });
  await expect.poll(() => goOn.isDisabled()).toBe(true);
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  await desk.clerk.opensCertificate(demo('joao.pfx'), 'senha123');
  await goOn.click();
  await page.getByText('1 arquivo assinado.').waitFor();
});

it('takes back what another program signed only if it is that very file', async () => {
  const desk = await sitDown();
  const { page } = desk.browser;
  await desk.clerk.open('assinar');
  const { keys, chain } = await demoSigner(demo, 'maria');
  const signs = async (text: string) =>
    bytesOf(
      await signAttached(new Blob([utf8(text)]), keys, chain, { now: Date.now(), level: 'AD-RB' }),
    );
  await chooses(page, [await fileOf('ofício.txt', utf8('Ofício 12'))]);
  await page.getByRole('button', { name: 'Assinar com outro programa: ofício.txt' }).click();
  expect(fromUtf8(await saves(page, 'Salvar ofício.txt'))).toBe('Ofício 12');
  const bringsBack = (path: string) =>
    page.getByRole('dialog').locator('input[type=file]').setInputFiles(path);

  await bringsBack(await fileOf('outro.p7s', await signs('Ofício 13')));
  await page.getByText('não contém exatamente este documento').waitFor();
  await bringsBack(await fileOf('ofício.txt.p7s', await signs('Ofício 12')));
  await page.getByText('Aceito: é exatamente este documento').waitFor();
  await page.getByText('Assinado por MARIA').waitFor();
  await page.getByRole('button', { name: 'Fechar' }).click();
  await row(page, 'ofício.txt').getByText('Salvo: ofício.txt.p7s').waitFor();
});

/** The person chooses a folder: one of the browser's own, which has the same interface as one on disk. */
const choosesFolder = async (page: Page, files: Record<string, string>) => {
  await page.evaluate(async (contents) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('atas', { create: true });
    for (const [name, text] of Object.entries(contents)) {
      const out = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await out.write(text);
      await out.close();
    }
    Object.assign(globalThis, { showDirectoryPicker: async () => folder });
  }, files);
  await page.getByRole('button', { name: 'Escolher pasta' }).click();
};

it('writes what is signed beside the originals of a folder, never over another file, and signs only what was seen', async () => {
  const { page } = (await comesToSign()).browser;
  await choosesFolder(page, {
    'ata.txt': 'Ata',
    'ata.txt.p7s': 'outra coisa',
    'lista.txt': 'Lista',
    'mudada.txt': 'Como foi vista',
    'Thumbs.db': 'x',
  });
  await row(page, 'ata.txt.p7s').getByRole('checkbox').uncheck();
  await page.getByRole('button', { name: 'Assinar 3 arquivos', exact: true }).click();
  const consent = page.getByRole('button', { name: 'Assinar 3 arquivos agora' });
  await expect.poll(() => consent.isEnabled()).toBe(true);
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('atas');
    const out = await (await folder.getFileHandle('mudada.txt')).createWritable();
    await out.write('Outro texto, de outra pessoa');
    await out.close();
  });
  await consent.click();
  await page.getByText('2 arquivos assinados. 1 arquivo não foi assinado').waitFor();
  await row(page, 'mudada.txt').getByText('movido ou mudado').waitFor();
  const names = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('atas');
    return Array.fromAsync(folder.keys());
  });
  expect(names.sort()).toEqual([
    'Thumbs.db',
    'ata (2).txt.p7s',
    'ata.txt',
    'ata.txt.p7s',
    'lista.txt',
    'lista.txt.p7s',
    'mudada.txt',
  ]);
  await row(page, 'lista.txt').getByText('Salvo: lista.txt.p7s').waitFor();
  await expect.poll(() => wouldAskBeforeClosing(page)).toBe(false);
});

it('verifies and signs with the server gone', async () => {
  const { browser, clerk } = await sitDown({ serviceWorkers: 'allow' });
  const { page } = browser;
  await clerk.open();
  await clerk.waitsUntilReadyOffline();
  await losesTheServer();
  await page.reload();
  await clerk.comesToWork(demo('joao.pfx'));
  await clerk.open('assinar');
  await chooses(page, [await fileOf('sem rede.txt', utf8('Sem rede'))]);
  await page.getByRole('button', { name: 'Assinar 1 arquivo', exact: true }).click();
  await page.getByRole('button', { name: 'Assinar 1 arquivo agora' }).click();
  await page.getByRole('button', { name: 'Conferir o assinado: sem rede.txt.p7s' }).click();
  const signed = page.getByRole('row').filter({ hasText: 'Ver o relatório' });
  await signed.getByText('Válida, revogação não verificada').waitFor();
  expect(await signed.textContent()).toContain('JOÃO');
});
