import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { JsonObject } from '../../base/json.ts';
import { applyEdit } from '../../draft/edit.ts';
import type { Edit } from '../../draft/types.ts';
import { compileReport } from '../../validation/report.ts';
import { ambientesFromGateway } from '../state.ts';
import { runningReport } from './running-report.ts';

const schema: JsonObject = {
  type: 'object',
  required: ['mes'],
  properties: {
    rows: { type: 'array', items: { type: 'object', properties: { n: { type: 'integer' } } } },
  },
};
const whole = compileReport(schema);

/** A draft being edited, with its report. */
const openDraft = () => {
  const document = signal<JsonObject>({ rows: [{ n: 1 }, { n: 'x' }] });
  const report = runningReport(schema, document);
  const edit = (one: Edit) => {
    document.value = applyEdit(document.value, one);
    report.edited(one);
  };
  return { document, report, edit };
};

const Native = Worker;
let started: Worker[];

beforeEach(() => {
  // As under a gateway, whose worker carries its own policy: there is no service worker to wait for.
  ambientesFromGateway.value = true;
  started = [];
  window.Worker = class extends Native {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      started.push(this);
    }
  };
});

afterEach(() => {
  window.Worker = Native;
});

it('follows every edit in a worker, also those made before it has started', async () => {
  const { document, report, edit } = openDraft();
  edit({ op: 'insert', pointer: '/rows/0', value: { n: 'y' } });
  expect(report.isCurrent.value).toBe(false);
  expect(await report.settled()).toEqual(whole(document.value));
  edit({ op: 'set', pointer: '/rows/2/n', value: 3 });
  edit({ op: 'remove', pointer: '/rows/0' });
  expect(await report.settled()).toEqual(whole(document.value));
  expect(report.entries.value.map(({ level }) => level)).toEqual(['error']);
  expect(started).toHaveLength(1);
  report.end();
});

it('never shows what was said of a draft that was edited since', async () => {
  const { report, edit } = openDraft();
  await report.settled();
  const shown: number[] = [];
  const stop = report.entries.subscribe((entries) => shown.push(entries.length));
  edit({ op: 'set', pointer: '/rows/0/n', value: 'a' });
  edit({ op: 'set', pointer: '/rows', value: [] });
  edit({ op: 'set', pointer: '/mes', value: 1 });
  await report.settled();
  stop();
  expect(shown.at(0)).toBe(2);
  expect(shown.at(-1)).toBe(0);
  expect(shown).not.toContain(3);
  report.end();
});

it('a draft that became another one is looked at anew', async () => {
  const { document, report } = openDraft();
  await report.settled();
  document.value = { mes: 2, rows: [{ n: 'z' }] };
  report.replaced();
  expect(await report.settled()).toEqual(whole(document.value));
  report.end();
});

it('the page itself reports where the worker breaks down', async () => {
  window.Worker = class extends Native {
    constructor() {
      super(URL.createObjectURL(new Blob(['throw new Error("broken")'])));
      started.push(this);
    }
  };
  const { document, report, edit } = openDraft();
  expect(await report.settled()).toEqual(whole(document.value));
  edit({ op: 'set', pointer: '/rows/1/n', value: 2 });
  expect(await report.settled()).toEqual(whole(document.value));
  expect(started).toHaveLength(1);
});

it('ends its worker with the draft, and tells no more', async () => {
  const { report, edit } = openDraft();
  await report.settled();
  report.end();
  edit({ op: 'set', pointer: '/rows', value: [] });
  await expect(report.settled()).resolves.toHaveLength(2);
  expect(report.isCurrent.value).toBe(false);
});
