import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dossierZip, examineSample, sampleDelivery } from '../../../test/support/dossier.ts';
import { fromUtf8, sha256Hex, utf8 } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { chainRow } from '../../outbox/log.ts';
import { checkDossier } from './check.ts';
import { planDossier } from './plan.ts';
import type { DossierReport } from './report.ts';
import type { DossierSource } from './types.ts';
import { writeDossier } from './write.ts';

const PAGE = '<!doctype html><title>page</title>';
const sample = await sampleDelivery(PAGE);
const zip = await dossierZip(sample);

const check = (bytes: Uint8Array<ArrayBuffer>) => checkDossier(new Blob([bytes]), examineSample);

const checked = async (source: DossierSource): Promise<DossierReport> => {
  const found = await check(await dossierZip(source));
  if (!found.ok) throw new Error(found.error);
  return found.value;
};

const brokenLinks = ({ links }: DossierReport): string[] =>
  links.filter(({ verdict }) => verdict !== 'holds').map(({ code }) => code);

describe('the dossier of a delivery', () => {
  it('holds what was sent, chosen, signed, answered and logged, and a page that checks it', () => {
    const files = unzipSync(zip);
    expect(Object.keys(files)).toEqual([
      'manifesto.json',
      'LEIA-ME.txt',
      'index.html',
      'recibo.json',
      'envio/congelado.json',
      'envio/registro.jsonl',
      'envio/dados-enviados.json',
      'envio/layout.json',
      'arquivos-enviados/1-edital de abertura.pdf.p7s',
      'arquivos-escolhidos/1-edital de abertura.pdf',
      'arquivos-enviados/2-.._brasão.png',
      'homologacao/do-tribunal.pdf',
      'homologacao/assinado.pdf',
    ]);
    expect(fromUtf8(files['envio/dados-enviados.json'] ?? new Uint8Array())).toBe(
      sample.entry.progress.finalBody?.text,
    );
    expect(fromUtf8(files['LEIA-ME.txt'] ?? new Uint8Array())).toMatch('SIMULADO');
  });

  it('is the same, byte for byte, each time it is made', async () => {
    expect(await dossierZip(await sampleDelivery(PAGE))).toEqual(zip);
  });

  it('is sound when nobody touched it, and told by the hash of its manifest', async () => {
    const { verdict, root, links, members, signatures, record } = await checked(sample);
    expect({ verdict, links: links.filter((link) => link.verdict !== 'holds') }).toEqual({
      verdict: 'sound',
      links: [],
    });
    expect(links).toHaveLength(8);
    expect(members.every((member) => member.verdict === 'intact')).toBe(true);
    expect(root).toBe((await planDossier(sample)).root);
    expect(root).toBe(await sha256Hex(new Uint8Array(unzipSync(zip)['manifesto.json'] ?? [])));
    expect(signatures.map(({ name, report }) => [name, report.verdict])).toEqual([
      ['arquivos-enviados/1-edital de abertura.pdf.p7s', 'valid-revocation-unchecked'],
      ['homologacao/assinado.pdf', 'valid-revocation-unchecked'],
    ]);
    expect(record?.statement).toMatchObject({ code: 'homologated', worth: 'simulated' });
  });

  it('has another root with another page, another revision, another file', async () => {
    const { root } = await planDossier(sample);
    const others = [
      { ...sample, page: new Blob([`${PAGE} `]) },
      { ...sample, entry: { ...sample.entry, rev: 11 } },
      { ...sample, fileOf: async () => undefined },
    ];
    for (const other of others) expect((await planDossier(other)).root).not.toBe(root);
  });

  it('says what is not in it any more', async () => {
    const report = await checked({ ...sample, fileOf: async () => undefined });
    expect(report.verdict).toBe('incomplete');
    expect(brokenLinks(report)).toEqual(['files', 'layout', 'court-pdf', 'signed-pdf']);
  });

  it('holds the files of an alteration that stayed at the court, by what was frozen', async () => {
    const [stays, sent] = sample.entry.frozen.files;
    if (!stays || !sent) throw new Error('the sample has two files');
    const keptFiles = [{ ...stays, courtId: 'c', signatarios: [] }];
    const frozen = { ...sample.entry.frozen, files: [sent], keptFiles };
    const altered = {
      ...sample,
      entry: { ...sample.entry, frozen },
      frozenText: canonicalJson(frozen),
    };
    const names = Object.keys(unzipSync(await dossierZip(altered)));
    expect(names).toContain('arquivos-enviados/2-edital de abertura.pdf.p7s');
    expect(brokenLinks(await checked(altered))).not.toContain('files');
    const fileOf = async (sha256: string) =>
      sha256 === stays.sentSha256 ? undefined : sample.fileOf(sha256);
    expect(brokenLinks(await checked({ ...altered, fileOf }))).toContain('files');
  });

  it('is not made of a file that is not what it was', async () => {
    const damaged = { ...sample, fileOf: async () => new Blob(['something else']) };
    expect(await writeDossier(await planDossier(damaged))).toEqual({
      ok: false,
      error: 'file-damaged',
    });
  });

  it('can be stopped while it is made and while it is checked', async () => {
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    const { signal } = stop;
    await expect(writeDossier(await planDossier(sample), { signal })).rejects.toThrow('stopped');
    await expect(checkDossier(new Blob([zip]), examineSample, { signal })).rejects.toThrow(
      'stopped',
    );
  });

  it('tells of an unfinished entry what was known, and claims nothing', async () => {
    const { delivery, homologation, finalBody, ...rest } = sample.entry.progress;
    const begun = { ...sample.entry, progress: rest, state: { kind: 'uncertain' } };
    const report = await checked({ ...sample, entry: begun, standing: 'perhaps-there' });
    expect(report.verdict).toBe('sound');
    expect(report.record).toMatchObject({
      statement: null,
      court: null,
      state: 'uncertain',
      standing: 'perhaps-there',
    });
  });
});

describe('a dossier that was made anew with other things in it', () => {
  const { entry } = sample;

  it('is broken where the log was cut, or a row changed', async () => {
    expect(brokenLinks(await checked({ ...sample, log: sample.log.slice(0, -1) }))).toEqual([
      'log',
    ]);
    const [first, ...others] = sample.log;
    if (!first) throw new Error('no log');
    const changed = await chainRow(entry.frozenSha256, { ...withoutHash(first), at: 1 });
    expect(brokenLinks(await checked({ ...sample, log: [changed, ...others] }))).toEqual(['log']);
  });

  it('is broken where the body is not the one that was frozen, or not the one that was logged', async () => {
    const text = '{"numeroDecretoMunicipal":"660"}';
    const finalBody = { text, sha256: await sha256Hex(utf8(text)) };
    const forged = { ...entry, progress: { ...entry.progress, finalBody } };
    expect(brokenLinks(await checked({ ...sample, entry: forged }))).toEqual([
      'body',
      'body-of-frozen',
    ]);
  });

  it('takes the body of an attempt that was found at the court, where the log names it', async () => {
    const log = sample.log.filter(({ step }) => step !== 'send' && step !== 'write-body');
    const bodyWith = async (meaning: string) => {
      const adopted = log.map((row) => ({ ...row, meaning }));
      const { links } = await checked({ ...sample, log: adopted });
      return links.find(({ code }) => code === 'body')?.verdict;
    };
    const { finalBody } = sample.entry.progress;
    expect(await bodyWith(`adopted-other-files ${finalBody?.sha256}`)).toBe('holds');
    expect(await bodyWith('adopted-other-files')).toBe('broken');
  });

  it('is broken where another file stands in the place of the one that was frozen', async () => {
    const other = new Blob(['another file']);
    const sha256 = await sha256Hex(other);
    const files = entry.frozen.files.map((file) => ({ ...file, sentSha256: sha256 }));
    const fileOf: DossierSource['fileOf'] = async (wanted) =>
      wanted === sha256 ? other : sample.fileOf(wanted);
    const forged = { ...entry, frozen: { ...entry.frozen, files } };
    const report = await checked({ ...sample, entry: forged, fileOf });
    expect(brokenLinks(report)).toEqual(['files']);
    expect(report.signatures[0]?.report.fault).toBe('not-signed-data');
  });

  it('is broken where the signed PDF is not the one of the court', async () => {
    const { homologation } = entry.progress;
    if (!homologation?.signedPdfSha256) throw new Error('not homologated');
    const swapped = { ...homologation, pdfSha256: homologation.signedPdfSha256 };
    const signedPdfSha256 = homologation.pdfSha256;
    const forged = {
      ...entry,
      progress: { ...entry.progress, homologation: { ...swapped, signedPdfSha256 } },
    };
    expect(brokenLinks(await checked({ ...sample, entry: forged }))).toEqual(['signed-pdf']);
  });
});

const withoutHash = <T extends { hash: string }>({ hash: _, ...row }: T) => row;
