import { expect, it } from 'vitest';
import { isSafeName } from '../../base/zip/limits.ts';
import { bundleNames } from './bundle-names.ts';

it('gives every file a name of its own, whatever its capitals, and none that of the payload', () => {
  const names = ['Ata.pdf', 'ata.PDF', 'ata.pdf.p7s', 'ata.pdf.p7s', 'payload.json'];
  expect([...bundleNames(names.map((name, index) => ({ id: `${index}`, name }))).values()]).toEqual(
    ['Ata.pdf', 'ata (2).PDF', 'ata.pdf.p7s', 'ata (2).pdf.p7s', 'payload (2).json'],
  );
});

it('gives no name that leads elsewhere', () => {
  const names = ['..', '../a.pdf', 'C:\\b.pdf', 'c\u0000.pdf', `${'d'.repeat(300)}.pdf`];
  const safe = [...bundleNames(names.map((name) => ({ id: name, name }))).values()];
  expect(safe.filter((name) => !isSafeName(name) || name.includes('/'))).toEqual([]);
});
