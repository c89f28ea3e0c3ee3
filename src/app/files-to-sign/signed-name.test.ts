import { expect, it } from 'vitest';
import { freeName, signedName } from './signed-name.ts';

it('tells from its name what a signed file is, and leaves the name of the original in it', () => {
  expect(signedName('edital.pdf', { kind: 'pdf' })).toBe('edital (assinado).pdf');
  expect(signedName('edital v1.2.pdf', { kind: 'pdf' })).toBe('edital v1.2 (assinado).pdf');
  expect(signedName('edital.pdf', { kind: 'p7s' })).toBe('edital.pdf.p7s');
  expect(signedName('edital.pdf', { kind: 'detached' })).toBe('edital.pdf.p7s');
  expect(signedName('edital.pdf.p7s', { kind: 'co-sign' })).toBe('edital (assinado).pdf.p7s');
  expect(signedName('sem ponto', { kind: 'pdf' })).toBe('sem ponto (assinado)');
  expect(signedName('.pdf', { kind: 'pdf' })).toBe('.pdf (assinado)');
});

it('numbers a name that is taken, before its endings', async () => {
  const taken = ['a.pdf.p7s', 'a (2).pdf.p7s', 'a (assinado).pdf', 'ata'];
  const free = (name: string) => freeName(name, (each) => taken.includes(each));
  expect(await free('b.pdf')).toBe('b.pdf');
  expect(await free('a.pdf.p7s')).toBe('a (3).pdf.p7s');
  expect(await free('a (assinado).pdf')).toBe('a (assinado) (2).pdf');
  expect(await free('ata')).toBe('ata (2)');
});
