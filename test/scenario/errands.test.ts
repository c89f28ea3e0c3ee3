import { expect, it } from 'vitest';
import { sha256Hex, utf8 } from '../../src/base/bytes.ts';
import { canonicalJson } from '../../src/base/canonical-json.ts';
import type { JsonObject } from '../../src/base/json.ts';
import { recover } from '../../src/outbox/runner.ts';
import { PERIOD, useCourtOfMaria as useCourt, withoutFile } from '../support/court-of-maria.ts';
import { stands, toTheEnd, verdicts } from '../support/errand-acts.ts';
import type { Errand } from '../support/recepcao-errand.ts';

// Altering, deleting and rectifying before the sandbox's court, with answers lost and programs killed.

const CORRECTION: JsonObject = {
  ...withoutFile,
  codTipoEnvio: 3,
  motivoAtualizacaoCorrecao: 'Número errado',
};

/** The program ends right after the intention of this step is written, or right after it ran. */
const killedAt = async (errand: Errand, step: string, when: 'before' | 'after') => {
  const { store, deps } = errand;
  const isThere = () => {
    const { state } = store.entry(errand.id);
    return state.kind === 'running' && state.step === step;
  };
  if (when === 'before') {
    store.afterSave = () => {
      if (isThere()) throw new Error('killed');
    };
  } else {
    store.beforeSave = (next) => {
      const goesOn = next.state.kind === 'running' && next.state.step === step;
      if (isThere() && !goesOn) throw new Error('killed');
      return undefined;
    };
  }
  await expect(toTheEnd(errand)).rejects.toThrow('killed');
  store.afterSave = () => {};
  store.beforeSave = () => undefined;
  await recover(store.entry(errand.id), deps);
};

it('alters what is there, and homologates it as it is then', async () => {
  const court = await useCourt();
  const target = await court.send();
  const errand = await court.errand({ errand: { kind: 'alter', ...target }, payload: CORRECTION });
  expect(stands(errand)).toBe('there');
  expect(await toTheEnd(errand)).toEqual({ kind: 'done' });
  expect(await court.delivered()).toEqual([
    { id: target.courtId, statusEnvio: 'HOMOLOGADO', json: CORRECTION },
  ]);
  expect(stands(errand)).toBe('homologated');
});

it.each([
  ['applied', true, [['happened', 'found-altered']]],
  [
    'not applied',
    false,
    [
      ['absent', 'old-content'],
      ['applied', 'altered'],
    ],
  ],
])('asks what became of a PUT whose answer was lost, %s', async (_, applied, told) => {
  const court = await useCourt();
  const target = await court.send();
  const errand = await court.errand({ errand: { kind: 'alter', ...target }, payload: CORRECTION });
  await court.fault('PUT', `/${target.courtId}$`, { kind: 'lost', applied });
  expect(await toTheEnd(errand)).toEqual({ kind: 'done' });
  expect(verdicts(errand, 'alter')).toEqual(told);
  expect(await court.delivered()).toMatchObject([{ json: CORRECTION }]);
});

it.each(['before', 'after'] as const)(
  'goes on after a program that ended %s the PUT',
  async (when) => {
    const court = await useCourt();
    const target = await court.send();
    const errand = await court.errand({
      errand: { kind: 'alter', ...target },
      payload: CORRECTION,
    });
    await killedAt(errand, 'alter', when);
    expect(stands(errand)).toBe('perhaps-altered');
    expect(await toTheEnd(errand)).toEqual({ kind: 'done' });
    expect(await court.delivered()).toMatchObject([{ statusEnvio: 'HOMOLOGADO' }]);
  },
);

it('knows its own alteration that a copy of it homologated, and ends', async () => {
  const court = await useCourt();
  const target = await court.send();
  const alteration = { errand: { kind: 'alter', ...target }, payload: CORRECTION } as const;
  const first = await court.errand(alteration);
  expect(await toTheEnd(first)).toEqual({ kind: 'done' });
  const copy = await court.errand(alteration);
  expect(await toTheEnd(copy)).toEqual({ kind: 'done' });
  expect(verdicts(copy, 'read-old')).toEqual([['applied', 'found-altered']]);
  expect(verdicts(copy, 'alter')).toEqual([]);
  expect(stands(copy)).toBe('homologated');
});

it('alters nothing that somebody else changed in between, until the person says so', async () => {
  const court = await useCourt();
  const target = await court.send();
  const errand = await court.errand({ errand: { kind: 'alter', ...target }, payload: CORRECTION });
  // What was read is written alone, as where somebody waits.
  errand.deps.mayFollow = () => false;
  errand.store.afterSave = ({ progress }) => {
    if (progress.oldSha256 !== undefined) throw new Error('killed');
  };
  await expect(errand.go()).rejects.toThrow('killed');
  errand.store.afterSave = () => {};
  const path = `${PERIOD}/${target.courtId}`;
  await court.ask('PUT', path, court.token, { ...withoutFile, numeroDecretoMunicipal: '660' });
  expect(await errand.go()).toMatchObject({ what: 'mend', code: 'content-differs' });
  await errand.command({ kind: 'try-now' });
  expect(await toTheEnd(errand)).toEqual({ kind: 'done' });
  expect(await court.delivered()).toMatchObject([{ json: CORRECTION }]);
});

it('alters nothing that was changed since the person saw it', async () => {
  const court = await useCourt();
  const target = await court.send();
  const instead = await sha256Hex(utf8(canonicalJson(withoutFile)));
  const path = `${PERIOD}/${target.courtId}`;
  const changed = { ...withoutFile, numeroDecretoMunicipal: '660' };
  await court.ask('PUT', path, court.token, changed);
  const errand = { kind: 'alter', ...target, instead } as const;
  const altering = await court.errand({ errand, payload: CORRECTION });
  expect(await altering.go()).toMatchObject({ what: 'mend', code: 'content-differs' });
  await altering.command({ kind: 'try-now' });
  expect(await altering.go()).toMatchObject({ what: 'mend', code: 'content-differs' });
  expect(await court.delivered()).toMatchObject([{ json: changed }]);
  await court.ask('PUT', path, court.token, withoutFile);
  await altering.command({ kind: 'try-now' });
  expect(await toTheEnd(altering)).toEqual({ kind: 'done' });
});

it('deletes what is there once the person agreed', async () => {
  const court = await useCourt();
  const target = await court.send();
  const errand = await court.errand({
    errand: { kind: 'delete', ...target },
    payload: withoutFile,
  });
  expect(await errand.go()).toMatchObject({ what: 'consent', step: 'consent-delete' });
  expect(await court.delivered()).toHaveLength(1);
  expect(await toTheEnd(errand)).toEqual({ kind: 'done' });
  expect(await court.delivered()).toEqual([]);
  expect(stands(errand)).toBe('gone');
});

it.each([
  ['applied', true, [['happened', 'found-gone']]],
  [
    'not applied',
    false,
    [
      ['absent', 'still-there'],
      ['applied', 'deleted'],
    ],
  ],
])('asks what became of a DELETE whose answer was lost, %s', async (_, applied, told) => {
  const court = await useCourt();
  const target = await court.send();
  const errand = await court.errand({
    errand: { kind: 'delete', ...target },
    payload: withoutFile,
  });
  await court.fault('DELETE', '.', { kind: 'lost', applied });
  expect(await toTheEnd(errand)).toEqual({ kind: 'done' });
  expect(verdicts(errand, 'delete')).toEqual(told);
  expect(await court.delivered()).toEqual([]);
});

it.each(['before', 'after'] as const)(
  'goes on after a program that ended %s the DELETE',
  async (when) => {
    const court = await useCourt();
    const target = await court.send();
    const errand = await court.errand({
      errand: { kind: 'delete', ...target },
      payload: withoutFile,
    });
    await killedAt(errand, 'delete', when);
    expect(stands(errand)).toBe('perhaps-gone');
    expect(await toTheEnd(errand)).toEqual({ kind: 'done' });
    expect(await court.delivered()).toEqual([]);
  },
);

it('takes nothing for deleted that the court does not show, and asks the person', async () => {
  const court = await useCourt();
  const target = await court.send();
  const errand = await court.errand({
    errand: { kind: 'delete', ...target },
    payload: withoutFile,
  });
  await killedAt(errand, 'delete', 'before');
  await court.fault('GET', `/${target.courtId}$`, { kind: 'refuse', status: 403, applied: false });
  expect(await errand.go()).toMatchObject({ what: 'check', code: 'not-shown' });
  expect(stands(errand)).toBe('perhaps-gone');
  expect(await court.delivered()).toHaveLength(1);
});

it('deletes nothing whose content is not what the person saw', async () => {
  const court = await useCourt();
  const target = await court.send({ ...withoutFile, numeroDecretoMunicipal: '1' });
  const errand = await court.errand({
    errand: { kind: 'delete', ...target },
    payload: withoutFile,
  });
  expect(await toTheEnd(errand)).toMatchObject({ what: 'mend', code: 'content-differs' });
  expect(await court.delivered()).toHaveLength(1);
});

it('neither alters nor deletes what is homologated', async () => {
  const court = await useCourt();
  const first = await court.errand({ payload: withoutFile });
  await toTheEnd(first);
  const { delivery } = first.store.entry(first.id).progress;
  const target = { courtId: delivery?.id ?? 0, recibo: delivery?.recibo ?? '' };
  const refused = { what: 'mend', code: 'already-homologated' };
  const altering = await court.errand({
    errand: { kind: 'alter', ...target },
    payload: CORRECTION,
  });
  expect(await toTheEnd(altering)).toMatchObject(refused);
  const deleting = await court.errand({
    errand: { kind: 'delete', ...target },
    payload: withoutFile,
  });
  expect(await toTheEnd(deleting)).toMatchObject(refused);
  expect(await court.delivered()).toMatchObject([{ json: withoutFile, statusEnvio: 'HOMOLOGADO' }]);
});

it('asks the court itself to alter what is homologated where the office says so, and tells its no', async () => {
  const court = await useCourt();
  const first = await court.errand({ payload: withoutFile });
  await toTheEnd(first);
  const { delivery } = first.store.entry(first.id).progress;
  const altering = await court.errand({
    errand: {
      ...{ kind: 'alter', courtId: delivery?.id ?? 0, recibo: delivery?.recibo ?? '' },
      homologated: true,
    },
    payload: CORRECTION,
  });
  expect(await toTheEnd(altering)).toMatchObject({ kind: 'rejected', step: 'alter' });
  expect(await court.delivered()).toMatchObject([{ json: withoutFile, statusEnvio: 'HOMOLOGADO' }]);
});

it('rectifies: a rectification is homologated, then what it opened is altered', async () => {
  const court = await useCourt();
  const first = await court.errand({ payload: withoutFile });
  const rectification = await court.errand({
    slp: 'RETIFICAHOMOLOG',
    payload: { codTipoRetificacao: 1, motivoRetificacao: 'Número errado' },
    after: [{ entryId: first.id, until: 'homologated', fills: '/idProcedimentoOuContrato' }],
    earlier: [first],
  });
  const altering = await court.errand({
    errand: { kind: 'alter', courtId: 1, recibo: '' },
    payload: CORRECTION,
    after: [{ entryId: rectification.id, until: 'homologated' }],
    earlier: [rectification],
  });
  const waits = { kind: 'waiting', need: 'earlier', step: 'write-body' };
  expect(await altering.go()).toEqual(waits);
  expect(await rectification.go()).toEqual(waits);
  expect(await toTheEnd(first)).toEqual({ kind: 'done' });
  expect(await altering.go()).toEqual(waits);
  expect(await toTheEnd(rectification)).toEqual({ kind: 'done' });
  expect(await toTheEnd(altering)).toEqual({ kind: 'done' });
  expect(await court.delivered()).toMatchObject([
    { id: 1, json: CORRECTION, statusEnvio: 'HOMOLOGADO' },
    { id: 2, json: { idProcedimentoOuContrato: 1 }, statusEnvio: 'HOMOLOGADO' },
  ]);
});

it('homologates what another program sent, read and agreed to first', async () => {
  const court = await useCourt();
  const target = await court.send();
  const errand = await court.errand({
    errand: { kind: 'homologate', ...target },
    payload: withoutFile,
  });
  expect(stands(errand)).toBe('there');
  expect(await errand.go()).toMatchObject({ what: 'consent', step: 'consent' });
  expect(await court.delivered()).toMatchObject([{ statusEnvio: 'NAO_HOMOLOGADO' }]);
  expect(await toTheEnd(errand)).toEqual({ kind: 'done' });
  expect(stands(errand)).toBe('homologated');
  expect(await court.delivered()).toMatchObject([{ json: withoutFile, statusEnvio: 'HOMOLOGADO' }]);
});

it('homologates nothing that is other than what was taken in', async () => {
  const court = await useCourt();
  const target = await court.send({ ...withoutFile, numeroDecretoMunicipal: '1' });
  const errand = await court.errand({
    errand: { kind: 'homologate', ...target },
    payload: withoutFile,
  });
  expect(await errand.go()).toMatchObject({ step: 'compare', code: 'content-differs' });
  expect(stands(errand)).toBe('there');
});

it('counts the content as compared anew where it was another meanwhile and the PDF is fetched again', async () => {
  const court = await useCourt();
  const errand = await court.errand({ payload: withoutFile });
  await errand.go();
  const comparedAt = () => errand.store.entry(errand.id).progress.comparedAt ?? 0;
  const path = `${PERIOD}/1`;
  await court.ask('PUT', path, court.token, { ...withoutFile, numeroDecretoMunicipal: '660' });
  await errand.consent();
  expect(await errand.go()).toMatchObject({ step: 'homologate', code: 'content-differs' });
  const before = comparedAt();
  await errand.deps.wait(1, errand.deps.signal);
  await court.ask('PUT', path, court.token, withoutFile);
  await errand.command({ kind: 'try-now' });
  expect(await errand.go()).toEqual({ kind: 'done' });
  expect(comparedAt()).toBeGreaterThan(before);
});

it('the word holds for a PDF that has to be fetched anew, as long as the content is the same', async () => {
  const court = await useCourt();
  const errand = await court.errand({ payload: withoutFile });
  await errand.go();
  // Altered and put back: the PDF that was fetched is void.
  const path = `${PERIOD}/1`;
  await court.ask('PUT', path, court.token, { ...withoutFile, numeroDecretoMunicipal: '660' });
  await court.ask('PUT', path, court.token, withoutFile);
  await errand.consent();
  expect(await errand.go()).toMatchObject({ what: 'mend', step: 'homologate', code: 'problem' });
  await errand.command({ kind: 'try-now' });
  expect(await errand.go()).toEqual({ kind: 'done' });
  expect(await court.delivered()).toMatchObject([{ json: withoutFile, statusEnvio: 'HOMOLOGADO' }]);
});
