import { beforeEach, expect, it, vi } from 'vitest';
import type { CertificateSummary } from '../../signing/signer.ts';
import { key } from '../state.ts';
import { batch, cancelBatch, isSigning, pauseBatch, signBatch } from './batch.ts';
import { addToList, clearFiles, filesToSign } from './files.ts';
import type { SigningTask } from './sign-one.ts';

const certificate: CertificateSummary = {
  holder: { name: 'JOÃO' },
  issuer: 'AC',
  notBefore: 0,
  notAfter: 1,
  fingerprint: 'joao',
};

/** Files in the list, and the agreement to sign them as they never were: each is refused without a key. */
const agreeTo = (...files: File[]): SigningTask[] => {
  addToList(files.map((file) => ({ file, path: file.name, kind: 'other' })));
  return filesToSign.value
    .filter(({ file }) => files.includes(file))
    .map(({ id }) => ({ id, sha256: '0', act: { kind: 'p7s' }, choices: {} }));
};

const outcomes = () => filesToSign.value.map(({ outcome }) => outcome);

beforeEach(() => {
  clearFiles();
  key.value = { kind: 'unlocked', certificate, wrapped: false };
});

it('begins no other batch while one waits to go on', async () => {
  signBatch(agreeTo(new File(['um'], 'um.txt'), new File(['dois'], 'dois.txt')));
  pauseBatch();
  await expect.poll(() => outcomes()[0]?.state).toBe('failed');
  signBatch(agreeTo(new File(['três'], 'três.txt')));
  expect(batch.value).toMatchObject({ phase: 'paused', tasks: { size: 2 } });
  expect(outcomes()).toMatchObject([{ state: 'failed' }, { state: 'waiting' }, undefined]);
  cancelBatch();
  await expect.poll(() => isSigning.value).toBe(false);
});

it('goes on with the other files, and with later batches, where one fails in a way nobody foresaw', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const broken = new File(['x'], 'x.txt');
  const fail = () => {
    throw new TypeError('of the browser itself');
  };
  Object.assign(broken, { arrayBuffer: fail, stream: fail, slice: fail });
  signBatch(agreeTo(broken, new File(['dois'], 'dois.txt')));
  await expect.poll(() => isSigning.value).toBe(false);
  signBatch(agreeTo(new File(['três'], 'três.txt')));
  await expect.poll(() => isSigning.value).toBe(false);
  expect(outcomes()).toMatchObject([
    { state: 'failed', fault: 'unexpected' },
    { state: 'failed', fault: 'changed-since' },
    { state: 'failed', fault: 'changed-since' },
  ]);
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
});
