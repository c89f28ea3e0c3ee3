import { expect, it } from 'vitest';
import { type KnownEntry, recepcaoEntryOf } from '../../../../test/support/recepcao-entry.ts';
import { stepsOf } from './steps.ts';

const drawn = (entry: KnownEntry) =>
  stepsOf(recepcaoEntryOf(entry)).map(({ name, done }) => `${done ? '+' : '-'}${name}`);

const delivery = { id: 7, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 1 };
const there = { courtId: 7, recibo: 'r' };

it('draws of a delivery the way from the files to the homologation', () => {
  expect(drawn({ progress: { uploads: {}, delivery, comparedAt: 1 } })).toEqual([
    ...['+upload', '+send', '+compare'],
    ...['-pdf', '-consent', '-homologate', '-confirm'],
  ]);
});

it('draws of the homologation of what is there already that it is read first', () => {
  expect(drawn({ errand: { kind: 'homologate', ...there } })).toEqual([
    ...['-compare', '-pdf', '-consent', '-homologate', '-confirm'],
  ]);
});

it('draws of an alteration that data are altered, not sent', () => {
  expect(drawn({ errand: { kind: 'alter', ...there } }).slice(0, 2)).toEqual(['+upload', '-alter']);
});

it('draws of a deletion no more than the consent and the deletion', () => {
  const errand = { kind: 'delete', ...there } as const;
  expect(drawn({ errand })).toEqual(['-consent', '-delete']);
  expect(drawn({ errand, progress: { uploads: {}, consentedAt: 1 } })).toEqual([
    '+consent',
    '-delete',
  ]);
  // Somebody else had deleted it.
  expect(drawn({ errand, progress: { uploads: {}, deletedAt: 1 } })).toEqual([
    '+consent',
    '+delete',
  ]);
});

it('leaves no step open of what is homologated, whoever did it', () => {
  const progress = { uploads: {}, delivery, comparedAt: 1, confirmedAt: 1 };
  expect(drawn({ progress }).filter((step) => step.startsWith('-'))).toEqual([]);
});
