import { expect, it } from 'vitest';
import { tramiteOf } from '../../test/support/pen-records.ts';
import type { Situacao } from './situacao.ts';
import { standingOf } from './standing.ts';

const process = { id: 'p1' };
const sent = (situacao: Situacao, idt = 1) => tramiteOf({ idt, situacao });
const received = (situacao: Situacao, idt = 1) =>
  tramiteOf({ idt, situacao, direction: 'received' });
const entry = (kind: 'ready' | 'done' | 'needs-person', processId = 'p1') => ({
  frozen: { errand: { kind: 'send', processId } },
  state: { kind },
});

it.each<[string, Situacao]>([
  ['in-transit', 1],
  ['in-transit', 2],
  ['in-transit', 3],
  ['in-transit', 4],
  ['in-transit', 5],
  ['concluded', 6],
  ['open', 7],
  ['refused', 8],
  ['open', 9],
  ['open', 10],
])('is %s where its trâmite is in situação %i', (standing, situacao) => {
  expect(standingOf(process, [sent(situacao)], [])).toBe(standing);
});

it('is being sent while an entry of it is not at its end, whatever its trâmites say', () => {
  expect(standingOf(process, [sent(7)], [entry('ready')])).toBe('sending');
  expect(standingOf(process, [sent(2)], [entry('needs-person')])).toBe('sending');
  expect(standingOf(process, [sent(2)], [entry('done')])).toBe('in-transit');
  expect(standingOf(process, [], [entry('ready', 'other')])).toBe('open');
});

it('is open again when it comes back, and only once its receipt is given', () => {
  expect(standingOf(process, [received(4, 2), sent(6, 1)], [])).toBe('receiving');
  expect(standingOf(process, [sent(6, 1), received(5, 2)], [])).toBe('open');
});

it('stays where it was when a return is refused here or cancelled there', () => {
  expect(standingOf(process, [received(8, 2), sent(6, 1)], [])).toBe('concluded');
  expect(standingOf(process, [received(10, 2), sent(6, 1)], [])).toBe('concluded');
});

it('does not count the trâmites of other processes', () => {
  expect(standingOf(process, [tramiteOf({ processId: 'other', situacao: 3 })], [])).toBe('open');
});
