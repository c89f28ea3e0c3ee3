import { expect, it } from 'vitest';
import { type ThreadErrand, type ThreadSource, threadOf } from './thread.ts';

const delivered: ThreadSource = {
  delivery: { statusEnvio: 'NAO_HOMOLOGADO', heardAt: 10, origin: 'sent' },
  contents: [{ id: 'first', deliveredAt: 10 }],
  requests: [],
  alterations: [],
};

const homologated: ThreadSource = {
  ...delivered,
  delivery: { statusEnvio: 'HOMOLOGADO', heardAt: 20, origin: 'sent' },
  contents: [{ id: 'first', deliveredAt: 10, confirmedAt: 20 }],
};

const errand = (
  id: string,
  createdAt: number,
  progress: ThreadErrand['progress'] = {},
  kind = 'ready',
): ThreadErrand => ({ id, createdAt, state: { kind }, progress });

const asked = errand('request', 30, { delivery: { deliveredAt: 31 }, confirmedAt: 40 }, 'done');

const kindsOf = (source: ThreadSource) => threadOf(source).map(({ kind, at }) => `${kind} ${at}`);

it('tells of a delivery that it was made, and homologated once that was read', () => {
  expect(kindsOf(delivered)).toEqual(['delivered 10']);
  expect(kindsOf(homologated)).toEqual(['delivered 10', 'homologated 20']);
});

it('tells a rectification as one story, up to the homologation of what was altered', () => {
  const altered = errand('second', 35, { delivery: { deliveredAt: 50 }, confirmedAt: 60 }, 'done');
  const whole: ThreadSource = {
    delivery: { statusEnvio: 'HOMOLOGADO', heardAt: 60, origin: 'sent' },
    contents: [
      { id: 'first', deliveredAt: 10, confirmedAt: 20 },
      { id: 'second', deliveredAt: 50, confirmedAt: 60 },
    ],
    requests: [asked],
    alterations: [altered],
  };
  expect(threadOf(whole)).toEqual([
    { kind: 'delivered', at: 10, origin: 'sent' },
    { kind: 'homologated', at: 20, again: false },
    { kind: 'requested', at: 30, entryId: 'request', stage: 'homologated', homologatedAt: 40 },
    { kind: 'reopened', at: 50, seen: true },
    { kind: 'altered', at: 50, entryId: 'second', stage: 'homologated' },
    { kind: 'homologated', at: 60, again: true },
  ]);
});

it('says that it was opened again only once the court was seen to hold it so', () => {
  const reopened = (delivery: Partial<ThreadSource['delivery']>) =>
    threadOf({
      ...homologated,
      delivery: { ...homologated.delivery, ...delivery },
      requests: [asked],
    }).find(({ kind }) => kind === 'reopened');
  expect(reopened({})).toEqual({ kind: 'reopened', at: 40, seen: false });
  expect(reopened({ heardAt: 45 })).toMatchObject({ seen: false });
  expect(reopened({ heardAt: 39, statusEnvio: 'NAO_HOMOLOGADO' })).toMatchObject({ seen: false });
  expect(reopened({ heardAt: 45, statusEnvio: 'NAO_HOMOLOGADO' })).toEqual({
    kind: 'reopened',
    at: 45,
    seen: true,
  });
  expect(reopened({ heardAt: 45, goneAt: 45, statusEnvio: 'NAO_HOMOLOGADO' })).toMatchObject({
    seen: false,
  });
});

it('says of a request and of an alteration how far they came', () => {
  const stages = (kind: string, progress: ThreadErrand['progress'] = {}) =>
    threadOf({
      ...homologated,
      requests: [errand('request', 30, progress, kind)],
      alterations: [errand('second', 31, {}, kind)],
    }).flatMap((step) => ('stage' in step ? [step.stage] : []));
  expect(stages('waiting')).toEqual(['queued', 'queued']);
  expect(stages('needs-person', { delivery: { deliveredAt: 31 } })).toEqual(['there', 'queued']);
  expect(stages('rejected')).toEqual(['refused', 'refused']);
  expect(stages('cancelled')).toEqual(['given-up', 'given-up']);
});

it('tells of what somebody else altered, and takes that for no proof that it was opened', () => {
  const steps = threadOf({
    ...homologated,
    contents: [...homologated.contents, { id: 'theirs', deliveredAt: 50, origin: 'taken-in' }],
    requests: [asked],
  });
  expect(steps.slice(-2)).toEqual([
    { kind: 'reopened', at: 40, seen: false },
    { kind: 'altered', at: 50, stage: 'there' },
  ]);
});

it('ends with the deletion', () => {
  const gone = { ...delivered, delivery: { ...delivered.delivery, goneAt: 15 } };
  expect(kindsOf(gone)).toEqual(['delivered 10', 'gone 15']);
});
