import { expect, it } from 'vitest';
import { sha256Hex, utf8 } from '../../src/base/bytes.ts';
import { isJsonObject, type JsonObject, parseJson } from '../../src/base/json.ts';
import { commit } from '../../src/outbox/commit.ts';
import { proveByHint } from '../../src/outbox/resolve.ts';
import { recover } from '../../src/outbox/runner.ts';
import { PERIOD, useCourtOfMaria as useCourt, withoutFile } from '../support/court-of-maria.ts';
import { documentedPayload } from '../support/documented-payload.ts';
import { stands, toTheEnd, verdicts } from '../support/errand-acts.ts';

// A POST of which nobody knows, before a court that lists its deliveries: what is found there, and what it is taken for.

/** The program ends right before its POST leaves; `posts` is what the court gets instead. */
const diedBeforeSend = async (
  posts: (court: Awaited<ReturnType<typeof useCourt>>, body: JsonObject) => Promise<void>,
  held?: () => number[],
) => {
  const court = await useCourt();
  const errand = await court.errand({
    payload: documentedPayload,
    withFile: true,
    ...(held && { held }),
  });
  errand.store.afterSave = ({ state }) => {
    if (state.kind === 'running' && state.step === 'send') throw new Error('killed');
  };
  await expect(errand.go()).rejects.toThrow('killed');
  errand.store.afterSave = () => {};
  const { finalBody } = errand.store.entry(errand.id).progress;
  const body = parseJson(finalBody?.text ?? '');
  if (!isJsonObject(body)) throw new Error('no final body');
  await posts(court, body);
  await recover(errand.store.entry(errand.id), errand.deps);
  return { court, errand, body };
};

it('knows nothing of one with other content and no file of its own, and may be given up in doubt', async () => {
  const { court, errand } = await diedBeforeSend(async ({ send, offersList }) => {
    await send({ ...withoutFile, numeroDecretoMunicipal: '660' });
    await offersList(false);
  });
  expect(await errand.go()).toMatchObject({ what: 'check', code: 'no-list' });
  const proved = await proveByHint(errand.store.entry(errand.id), '1', errand.deps);
  expect(proved).toEqual({ ok: false, error: 'content-differs' });
  await errand.command({ kind: 'cancel' });
  expect(await errand.go()).toEqual({ kind: 'cancelled', unresolved: true });
  expect(stands(errand)).toBe('perhaps-there');
  expect(await court.delivered()).toHaveLength(1);
});

it('takes an equal one for what was to be there where no file tells whose it is, and says no more', async () => {
  const court = await useCourt();
  await court.send();
  const errand = await court.errand({ payload: withoutFile });
  await court.fault('POST', '/2019$', { kind: 'lost', applied: false });
  expect(await toTheEnd(errand)).toEqual({ kind: 'done' });
  expect(verdicts(errand, 'send')).toEqual([['happened', 'equal-in-list']]);
  expect(errand.store.entry(errand.id).progress.extras).toBeUndefined();
  expect(await court.delivered()).toHaveLength(1);
});

/** A POST that the court applied twice, and both answers lost. */
const sentTwice = () =>
  diedBeforeSend(async (court, body) => {
    await court.send(body);
    await court.send(body);
  });

it('knows what it sent by its files, whatever a stranger made of it, and sends no second one', async () => {
  const { court, errand, body } = await diedBeforeSend(async ({ send }, sent) => {
    await send({ ...sent, numeroDecretoMunicipal: '660' });
  });
  expect(await errand.go()).toMatchObject({
    what: 'check',
    code: 'content-differs',
    detail: { candidates: [{ id: 1, statusEnvio: 'NAO_HOMOLOGADO' }] },
  });
  expect((await proveByHint(errand.store.entry(errand.id), '1', errand.deps)).ok).toBe(true);
  expect(await toTheEnd(errand)).toMatchObject({ what: 'mend', code: 'content-differs' });
  await court.ask('PUT', `${PERIOD}/1`, court.token, body);
  await errand.command({ kind: 'try-now' });
  expect(await toTheEnd(errand)).toEqual({ kind: 'done' });
  expect(await court.delivered()).toMatchObject([{ id: 1, statusEnvio: 'HOMOLOGADO' }]);
});

it('finds what names its files although another entry held that number once', async () => {
  const { court, errand } = await diedBeforeSend(
    async ({ send }, body) => void (await send(body)),
    () => [1],
  );
  expect(await toTheEnd(errand)).toEqual({ kind: 'done' });
  expect(await court.delivered()).toMatchObject([{ id: 1, statusEnvio: 'HOMOLOGADO' }]);
});

it('offers to delete a second equal delivery before anything is homologated', async () => {
  const { court, errand } = await sentTwice();
  expect(await errand.go()).toMatchObject({ what: 'consent', step: 'extra' });
  expect(errand.store.entry(errand.id).progress.extras).toMatchObject([{ id: 2 }]);
  await court.fault('DELETE', '.', { kind: 'lost' });
  expect(await toTheEnd(errand)).toEqual({ kind: 'done' });
  expect(verdicts(errand, 'delete-extra:2')).toEqual([['happened', 'found-gone']]);
  expect(await court.delivered()).toMatchObject([{ id: 1, statusEnvio: 'HOMOLOGADO' }]);
});

/** Her POST was applied and its answer lost; she said that there was none, and it was sent again. */
const saidWrongly = async () => {
  const court = await useCourt();
  const errand = await court.errand({ payload: documentedPayload, withFile: true });
  await court.offersList(false);
  await court.fault('POST', '/2019$', { kind: 'lost' });
  expect(await errand.go()).toMatchObject({ what: 'check', code: 'no-list' });
  await errand.stateAbsence();
  return { court, errand };
};

it('finds out after a wrong word of the person that there are two, where a list is offered by then', async () => {
  const { court, errand } = await saidWrongly();
  await court.offersList(true);
  expect(await errand.go()).toMatchObject({ what: 'consent', step: 'extra' });
  expect(await court.delivered()).toHaveLength(2);
  expect(await toTheEnd(errand)).toEqual({ kind: 'done' });
  expect(verdicts(errand, 'find-extras')).toEqual([['applied', 'extras-found']]);
  expect(await court.delivered()).toMatchObject([{ id: 1, statusEnvio: 'HOMOLOGADO' }]);
});

it('keeps the one that was homologated meanwhile, and offers the other for deletion', async () => {
  const { court, errand } = await saidWrongly();
  await court.offersList(true);
  const { body } = await court.ask('GET', `${PERIOD}/1`, court.token);
  const shown = isJsonObject(body) && isJsonObject(body.arquivo) ? body.arquivo : {};
  const recibo = String(shown.recibo);
  const delivery = { id: 1, recibo, statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 1 };
  const progress = { ...errand.store.entry(errand.id).progress, delivery };
  const other = await court.errand({ payload: documentedPayload, withFile: true });
  await commit(other.store.entry(other.id), { kind: 'pause' }, { progress }, other.deps);
  await other.command({ kind: 'try-now' });
  expect(await toTheEnd(other)).toEqual({ kind: 'done' });
  expect(await toTheEnd(errand)).toEqual({ kind: 'done' });
  expect(errand.store.entry(errand.id).progress.delivery?.id).toBe(1);
  expect(await court.delivered()).toMatchObject([{ id: 1, statusEnvio: 'HOMOLOGADO' }]);
});

it('goes on without that look where the court offers no list, and says so in the log', async () => {
  const { court, errand } = await saidWrongly();
  expect(await toTheEnd(errand)).toEqual({ kind: 'done' });
  expect(verdicts(errand, 'find-extras')).toEqual([['applied', 'no-list']]);
  expect(await court.delivered()).toHaveLength(2);
});

it('leaves the second one alone where the person says so', async () => {
  const { court, errand } = await sentTwice();
  await errand.go();
  await errand.command({ kind: 'consented', step: 'extra', means: 'keep' });
  expect(await toTheEnd(errand)).toEqual({ kind: 'done' });
  expect(await court.delivered()).toMatchObject([
    { statusEnvio: 'HOMOLOGADO' },
    { statusEnvio: 'NAO_HOMOLOGADO' },
  ]);
});

it('takes no delivery for its own that another entry holds', async () => {
  const court = await useCourt();
  await court.send();
  const errand = await court.errand({ payload: withoutFile, held: () => [1] });
  await court.fault('POST', '/2019$', { kind: 'lost', applied: false });
  expect(await toTheEnd(errand)).toEqual({ kind: 'done' });
  expect(errand.store.entry(errand.id).progress.delivery?.id).toBe(2);
});

/** Delivered here, and found again by a copy whose file was uploaded anew. */
const copied = async (content?: Blob) => {
  const court = await useCourt();
  const original = await court.errand({ payload: documentedPayload, withFile: true });
  await original.go();
  const copy = await court.errand({
    payload: documentedPayload,
    withFile: true,
    ...(content && { content: await court.signP7s('maria', content) }),
  });
  const other = { id: 'there', name: 'lá' };
  await commit(copy.store.entry(copy.id), { kind: 'disowned', other }, {}, copy.deps);
  expect(await copy.go()).toMatchObject({ what: 'takeover' });
  await copy.command({ kind: 'taken-over', owner: { id: 'here', name: 'aqui' } });
  expect(stands(copy)).toBe('perhaps-there');
  expect(await copy.go()).toMatchObject({
    what: 'check',
    code: 'same-but-files',
    detail: { candidates: [{ id: 1, statusEnvio: 'NAO_HOMOLOGADO' }] },
  });
  const prove = (id: string) => proveByHint(copy.store.entry(copy.id), id, copy.deps);
  return { court, copy, prove };
};

it('takes for its own what the person recognises, sent before its files were uploaded anew', async () => {
  const { court, copy, prove } = await copied();
  expect((await prove('1')).ok).toBe(true);
  expect(await toTheEnd(copy)).toEqual({ kind: 'done' });
  expect(await court.delivered()).toMatchObject([{ id: 1, statusEnvio: 'HOMOLOGADO' }]);
  const { finalBody } = copy.store.entry(copy.id).progress;
  expect(finalBody?.sha256).toBe(await sha256Hex(utf8(finalBody?.text ?? '')));
});

it('does not take the same form with another file for its own', async () => {
  const { court, copy, prove } = await copied(new Blob(['outro edital']));
  expect(await prove('1')).toEqual({ ok: false, error: 'files-differ' });
  await copy.stateAbsence();
  expect(await toTheEnd(copy)).toEqual({ kind: 'done' });
  expect(await court.delivered()).toMatchObject([
    { id: 1, statusEnvio: 'NAO_HOMOLOGADO' },
    { id: 2, statusEnvio: 'HOMOLOGADO' },
  ]);
});
