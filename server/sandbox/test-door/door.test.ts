import { expect, it } from 'vitest';
import { documentedPayload, useTestSandbox } from '../../../test/support/sandbox.ts';

const HOST = 'http://127.0.0.1';
const PERIOD = '/recepcao/LIC/REG_LICITACAO/2/2019';
const PAYLOAD = { ...documentedPayload, idDocumentoPDF: undefined };

const useDoor = async () => {
  const court = await useTestSandbox(undefined, { secret: 'segredo' });
  const token = await court.login('maria', 830);
  const door = async (method: string, path: string, body?: object, secret = 'segredo') => {
    const response = await court.sandbox.recepcao(
      new Request(`${HOST}/sandbox/test/${path}`, {
        method,
        headers: { 'X-Sandbox-Secret': secret },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );
    return { status: response.status, body: await response.json().catch(() => null) };
  };
  const send = () =>
    court.sandbox.recepcao(
      new Request(HOST + PERIOD, {
        method: 'POST',
        headers: { Authorization: token, 'Content-Type': 'application/json' },
        body: JSON.stringify(PAYLOAD),
      }),
    );
  const delivered = async () => (await door('GET', 'deliveries')).body.length;
  return { ...court, token, door, send, delivered };
};

it('opens only to its secret', async () => {
  const { door } = await useDoor();
  expect((await door('GET', 'requests', undefined, 'other')).status).toBe(403);
  expect((await door('GET', 'requests')).status).toBe(200);
});

it('loses an answer after the court did what was asked', async () => {
  const { door, send, delivered } = await useDoor();
  await door('POST', 'faults', { method: 'POST', path: '^/recepcao/LIC', fault: { kind: 'lost' } });
  const lost = await send();
  await expect(lost.text()).rejects.toThrow();
  expect(await delivered()).toBe(1);
  expect((await send()).status).toBe(200);
});

it('breaks the connection before the court did anything, if asked so', async () => {
  const { door, send, delivered } = await useDoor();
  await door('POST', 'faults', { path: 'LIC', fault: { kind: 'lost', applied: false } });
  await expect((await send()).text()).rejects.toThrow();
  expect(await delivered()).toBe(0);
});

it('answers with the JSON it was told, and the court does nothing', async () => {
  const { door, send, delivered } = await useDoor();
  const told = [{ keyword: 'format', value: 'abcd' }];
  const fault = { kind: 'answer', status: 412, json: told };
  await door('POST', 'faults', { method: 'POST', path: PERIOD, fault });
  const answer = await send();
  expect([answer.status, await answer.json()]).toEqual([412, told]);
  expect(await delivered()).toBe(0);
});

it('refuses, answers HTML, cuts answers off and answers late', async () => {
  const { door, send, delivered } = await useDoor();
  const plan = (fault: object) => door('POST', 'faults', { method: 'POST', path: PERIOD, fault });

  await plan({ kind: 'refuse', status: 503 });
  const refused = await send();
  expect([refused.status, await refused.json()]).toEqual([503, { message: expect.any(String) }]);
  await plan({ kind: 'html', status: 502 });
  const html = await send();
  expect([html.status, html.headers.get('Content-Type')]).toEqual([
    502,
    'text/html; charset=utf-8',
  ]);
  expect(await delivered()).toBe(0);

  await plan({ kind: 'truncated', bytes: 30 });
  const reader = (await send()).body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toMatch(/^\{"arquivo":/);
  expect(first?.value).toHaveLength(30);
  await expect(reader?.read()).rejects.toThrow();
  await plan({ kind: 'refuse', status: 500, applied: true });
  expect((await send()).status).toBe(500);
  await plan({ kind: 'delay', ms: 1 });
  expect((await send()).status).toBe(200);
  expect(await delivered()).toBe(3);
});

it('applies a fault to the next N requests that match, no others', async () => {
  const { door, send, ask, token } = await useDoor();
  const fault = { kind: 'refuse', status: 500 };
  await door('POST', 'faults', { method: 'POST', path: `^${PERIOD}$`, times: 2, fault });
  expect((await ask('GET', `${PERIOD}/1`, token)).status).toBe(404);
  expect((await send()).status).toBe(500);
  expect((await send()).status).toBe(500);
  expect((await send()).status).toBe(200);
  await door('POST', 'faults', { path: '.', fault });
  await door('DELETE', 'faults');
  expect((await door('GET', 'faults')).body).toEqual([]);
  expect((await send()).status).toBe(200);
});

it('does not take a plan that it does not understand', async () => {
  const { door } = await useDoor();
  const plans = [{}, { path: '(', fault: { kind: 'lost' } }, { path: '.', fault: { kind: 'x' } }];
  for (const plan of plans) expect((await door('POST', 'faults', plan)).status).toBe(400);
});

it('tells what was received, never a token', async () => {
  const { door, send, token } = await useDoor();
  await door('DELETE', 'requests');
  await send();
  const { body } = await door('GET', 'requests');
  expect(body).toMatchObject([
    { method: 'POST', path: PERIOD, status: 200, json: { codTipoEnvio: 1 } },
  ]);
  expect(JSON.stringify(body)).not.toContain(token);
});

it('moves the clock: a token expires', async () => {
  const { door, ask, token } = await useDoor();
  const { now } = (await door('GET', 'clock')).body;
  await door('PUT', 'clock', { now: now + 24 * 60 * 60 * 1000 });
  expect((await ask('GET', `${PERIOD}/1`, token)).status).toBe(401);
  await door('DELETE', 'clock');
  expect((await ask('GET', `${PERIOD}/1`, token)).status).toBe(404);
});

it('takes the list away, and gives it back', async () => {
  const { door, ask, token } = await useDoor();
  const status = async () => (await ask('GET', PERIOD, token)).status;
  await door('PUT', 'list', { offered: false });
  expect(await status()).toBe(404);
  await door('PUT', 'list', { offered: true });
  expect(await status()).toBe(200);
  expect((await door('PUT', 'list', {})).status).toBe(400);
});

it('has the court publish another version of a layout from a month on', async () => {
  const { door, ask } = await useDoor();
  const from = { spc: 'LIC', slp: 'REG_LICITACAO', mes: 2, ano: 2019 };
  const schema = { type: 'object', title: 'outro' };
  const schemaOf = async (month: string) =>
    (await ask('GET', `/recepcao/LIC/REG_LICITACAO/${month}/schema`)).body;
  const sample = await schemaOf('2/2019');
  await door('PUT', 'layouts', { ...from, schema });
  expect(await schemaOf('1/2019')).toEqual(sample);
  expect(await schemaOf('2/2019')).toEqual(schema);
  expect(await schemaOf('1/2027')).toEqual(schema);
  expect(await schemaOf('1/2027')).not.toEqual(sample);
  await door('DELETE', 'layouts');
  expect(await schemaOf('2/2019')).toEqual(sample);
  expect((await door('PUT', 'layouts', from)).status).toBe(400);
});
