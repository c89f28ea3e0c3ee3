import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { concat, sha256Hex, utf8 } from '../../src/base/bytes.ts';
import type { Clock } from '../../src/base/clock.ts';
import { isJsonObject, type Json, type JsonObject } from '../../src/base/json.ts';
import {
  documentedPayload,
  fileForm,
  type TestSandbox,
  useTestSandbox,
} from '../../test/support/sandbox.ts';

const PERIOD = '/recepcao/LIC/REG_LICITACAO/2/2019';
const PDF = '/envio-manual/api/envio/pdf';

const object = (json: Json | undefined): JsonObject => {
  if (!isJsonObject(json)) throw new Error(`not an object: ${JSON.stringify(json)}`);
  return json;
};
const arquivoOf = (body: Json) => object(object(body).arquivo);
const fileIdOf = (body: Json) => String(object(body).arquivo);

const uploadOf = async ({ upload, signP7s }: TestSandbox, token: string): Promise<string> =>
  fileIdOf((await upload(token, await signP7s('maria', new Blob(['edital'])))).body);

/** Maria logged in, with the documented payload made to name a file she uploaded. */
const useMaria = async (clock?: Clock) => {
  const court = await useTestSandbox(clock);
  const token = await court.login('maria', 830);
  const payload = { ...documentedPayload, idDocumentoPDF: await uploadOf(court, token) };
  return { ...court, token, payload };
};

const useDelivery = async (clock?: Clock) => {
  const maria = await useMaria(clock);
  const sent = await maria.ask('POST', PERIOD, maria.token, maria.payload);
  const delivery = arquivoOf(sent.body);
  return { ...maria, delivery, path: `${PERIOD}/${delivery.id}` };
};

it('answers a send as documented, member by member', async () => {
  const { ask, token, payload } = await useMaria();
  const answer = await ask('POST', PERIOD, token, payload);
  expect(answer.status).toBe(200);
  const { recibo, ...rest } = arquivoOf(answer.body);
  expect(recibo).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  expect(Object.keys(arquivoOf(answer.body))).toEqual([
    ...['id', 'ano', 'mes', 'idRepresentacao', 'jsonNode', 'recibo', 'statusEnvio'],
    ...['arquivoHomologacao', 'layoutSigla', 'prestacaoDeContasSigla'],
  ]);
  expect(rest).toEqual({
    id: 1,
    ano: 2019,
    mes: 2,
    idRepresentacao: 830,
    jsonNode: payload,
    statusEnvio: 'NAO_HOMOLOGADO',
    arquivoHomologacao: null,
    layoutSigla: 'REG_LICITACAO',
    prestacaoDeContasSigla: 'LIC',
  });
  expect(object(answer.body).mensagens).toEqual({ advertencias: [], informacoes: [], erros: [] });
  expect((await ask('GET', `${PERIOD}/1`, token)).body).toEqual(answer.body);
});

it('lists what a representação delivered of a layout and month, the newest first', async () => {
  const { ask, login, token, payload } = await useMaria();
  expect((await ask('GET', PERIOD, token)).body).toEqual({ arquivos: [] });
  const sent = [
    await ask('POST', PERIOD, token, payload),
    await ask('POST', PERIOD, token, payload),
  ];
  const shown = sent.map(({ body }) => arquivoOf(body)).reverse();
  expect((await ask('GET', PERIOD, token)).body).toEqual({ arquivos: shown });
  const others = [
    await ask('GET', PERIOD.replace('/2/', '/3/'), token),
    await ask('GET', PERIOD, await login('joao', 840)),
  ];
  expect(others.map(({ body }) => body)).toEqual([{ arquivos: [] }, { arquivos: [] }]);
  expect((await ask('GET', PERIOD)).status).toBe(401);
});

it('gives jsonNode back as it was sent, order of members and numbers included', async () => {
  const { token, payload, sandbox } = await useMaria();
  const sent = `{"10":1.50, "2" : [1e2],${JSON.stringify(payload).slice(1)}`;
  const request = new Request(`http://127.0.0.1${PERIOD}`, {
    method: 'POST',
    headers: { Authorization: token, 'Content-Type': 'application/json; charset=UTF-8' },
    body: sent,
  });
  expect(await (await sandbox.recepcao(request)).text()).toContain(`"jsonNode":${sent},"recibo"`);
});

it('keeps its deliveries, files and tokens over a restart', async () => {
  const { sandbox, dataDir, token, path, delivery, payload } = await useDelivery();
  sandbox.close();
  const { ask } = await useTestSandbox(undefined, { dataDir });
  expect(arquivoOf((await ask('GET', path, token)).body)).toEqual(delivery);
  expect((await ask('POST', PERIOD, token, payload)).status).toBe(200);
});

it('lets data be altered and deleted until they are homologated', async () => {
  const { ask, token, payload, path, delivery } = await useDelivery();
  const changed = { ...payload, codTipoEnvio: 3, motivoAtualizacaoCorrecao: 'Erro no número' };
  const altered = arquivoOf((await ask('PUT', path, token, changed)).body);
  expect(altered).toEqual({ ...delivery, jsonNode: changed });
  expect(arquivoOf((await ask('DELETE', path, token)).body)).toEqual(altered);
  expect((await ask('GET', path, token)).status).toBe(404);
});

it('validates without storing anything', async () => {
  const { ask, token, payload } = await useMaria();
  const answer = await ask('POST', `${PERIOD}/validar`, token, payload);
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ mensagens: { advertencias: [], informacoes: [], erros: [] } });
  expect((await ask('POST', `${PERIOD}/validar`, token, {})).status).toBe(412);
  expect((await ask('GET', `${PERIOD}/1`, token)).status).toBe(404);
});

it('wants a correction by PUT and with its reason, and no reason in a first sending', async () => {
  const { ask, token, payload, path } = await useDelivery();
  const rulesOf = async (method: string, at: string, change: object) => {
    const { status, body } = await ask(method, at, token, { ...payload, ...change });
    const erros = status === 412 ? object(object(body).mensagens).erros : [];
    return Array.isArray(erros) ? erros.map((each) => object(each).regra) : [];
  };
  const motivoAtualizacaoCorrecao = 'Erro material';
  expect(await rulesOf('POST', PERIOD, { codTipoEnvio: 2, motivoAtualizacaoCorrecao })).toEqual([
    9001,
  ]);
  expect(await rulesOf('PUT', path, { codTipoEnvio: 3 })).toEqual([9002]);
  expect(await rulesOf('PUT', path, { motivoAtualizacaoCorrecao })).toEqual([9003]);
  expect(await rulesOf('PUT', path, { codTipoEnvio: 3, motivoAtualizacaoCorrecao })).toEqual([]);
});

it('shows a delivery only to its own representação, under its own path', async () => {
  const { ask, token, path } = await useDelivery();
  const otherPaths = [
    path.replace('/2/2019', '/3/2019'),
    path.replace('/2/2019', '/2/2020'),
    path.replace('REG_LICITACAO', 'SITUACAO_PROCED'),
    `${PERIOD}/999`,
  ];
  for (const other of otherPaths) {
    expect((await ask('GET', other, token)).status, other).toBe(404);
    expect((await ask('DELETE', other, token)).status, other).toBe(404);
  }
  expect((await ask('GET', path, token)).status).toBe(200);
});

it('keeps representações apart: deliveries, files, receipts', async () => {
  const court = await useDelivery();
  const { ask, path, delivery, payload } = court;
  for (const token of [await court.login('maria', 831), await court.login('joao', 840)]) {
    for (const method of ['GET', 'DELETE']) {
      expect((await ask(method, path, token)).status).toBe(404);
    }
    expect((await ask('PUT', path, token, payload)).status).toBe(404);
    expect((await ask('PUT', `${path}/homologar`, token, fileForm(new Blob(['x'])))).status).toBe(
      404,
    );
    const files = [
      `homologacao/${delivery.recibo}`,
      `anexo/${delivery.recibo}/${payload.idDocumentoPDF}`,
    ];
    for (const file of files) expect((await ask('GET', `${PDF}/${file}`, token)).status).toBe(404);
    expect((await ask('POST', PERIOD, token, payload)).status).toBe(412);
  }
});

it('issues one homologation PDF per content and keeps it byte for byte', async () => {
  // Two PDFs of the same content differ by their time.
  let now = Date.now();
  const passing = { now: () => (now += 1000) };
  const { ask, token, path, download, delivery, payload } = await useDelivery(passing);
  const address = `${PDF}/homologacao/${delivery.recibo}`;
  const [first, second] = await Promise.all([download(address, token), download(address, token)]);
  expect(await sha256Hex(second)).toBe(await sha256Hex(first));
  expect(await download(address, token)).toEqual(first);
  await ask('PUT', path, token, { ...payload, numeroDecretoMunicipal: '660' });
  expect(await sha256Hex(await download(address, token))).not.toBe(await sha256Hex(first));
});

it('homologates with the issued PDF signed by the person of the token', async () => {
  const { ask, token, path, download, delivery, payload, signPdf } = await useDelivery();
  const issued = await download(`${PDF}/homologacao/${delivery.recibo}`, token);
  const signed = await signPdf('maria', issued);
  const answer = await ask('PUT', `${path}/homologar`, token, fileForm(signed));
  expect(answer.status).toBe(200);
  const homologated = arquivoOf(answer.body);
  expect(homologated).toEqual({
    ...delivery,
    statusEnvio: 'HOMOLOGADO',
    arquivoHomologacao: homologated.arquivoHomologacao,
  });
  const anexo = `${PDF}/anexo/${delivery.recibo}/${homologated.arquivoHomologacao}`;
  expect(await download(anexo, token)).toEqual(signed);

  for (const [method, body] of [
    ['PUT', payload],
    ['PUT', {}],
    ['DELETE', undefined],
  ] as const) {
    const refused = await ask(method, path, token, body);
    expect(refused.status).toBe(412);
    expect(object(refused.body).message).toContain('já está homologado');
  }
  expect((await ask('PUT', `${path}/homologar`, token, fileForm(signed))).status).toBe(412);
  expect(arquivoOf((await ask('GET', path, token)).body)).toEqual(homologated);
});

it('does not homologate with anything but the issued PDF, signed by the right person', async () => {
  const { ask, token, path, download, read, delivery, payload, signPdf, signP7s } =
    await useDelivery();
  const homologate = async (file: Blob | Uint8Array<ArrayBuffer>) => {
    const { status, body } = await ask(
      'PUT',
      `${path}/homologar`,
      token,
      fileForm(new Blob([file])),
    );
    return `${status} ${object(body).message}`;
  };
  const address = `${PDF}/homologacao/${delivery.recibo}`;
  expect(await homologate(await signPdf('maria', await read('demo/edital.pdf')))).toMatch(
    /^412 .*não é o PDF/,
  );

  const issued = await download(address, token);
  const signed = await signPdf('maria', issued);
  expect(await homologate(await signPdf('maria', await read('demo/edital.pdf')))).toMatch(
    /^412 .*não é o PDF/,
  );
  expect(await homologate(issued)).toMatch(/^400 Arquivo enviado não está assinado/);
  expect(await homologate(await signPdf('joao', issued))).toMatch(/^412 .*responsável/);
  expect(await homologate(await signP7s('maria', new Blob([issued])))).toMatch(
    /^412 .*não é o PDF/,
  );
  expect(await homologate(concat(signed, utf8('\n% more')))).toMatch(/^400 .*não cobre/);
  const damaged = signed.slice();
  damaged[200] = (damaged[200] ?? 0) ^ 1;
  expect(await homologate(damaged)).toMatch(/^400 /);

  await ask('PUT', path, token, { ...payload, numeroDecretoMunicipal: '660' });
  expect(await homologate(signed)).toMatch(/^412 .*não é o PDF/);
  await download(address, token);
  expect(await homologate(signed)).toMatch(/^412 .*não é o PDF/);
  expect(arquivoOf((await ask('GET', path, token)).body).statusEnvio).toBe('NAO_HOMOLOGADO');
});

it('opens a homologated delivery again when its retification is homologated', async () => {
  const court = await useDelivery();
  const { ask, token, path, download, delivery, signPdf, payload } = court;
  const homologate = async (at: string, recibo: Json | undefined) => {
    const signed = await signPdf('maria', await download(`${PDF}/homologacao/${recibo}`, token));
    return ask('PUT', `${at}/homologar`, token, fileForm(signed));
  };
  const request = {
    codTipoRetificacao: 1,
    idProcedimentoOuContrato: delivery.id,
    motivoRetificacao: 'Erro',
  };
  const RETIFICATION = '/recepcao/LIC/RETIFICAHOMOLOG/2/2019';
  const retification = arquivoOf((await ask('POST', RETIFICATION, token, request)).body);
  const retificationPath = `${RETIFICATION}/${retification.id}`;
  expect((await homologate(retificationPath, retification.recibo)).status).toBe(412);

  await homologate(path, delivery.recibo);
  const other = await court.login('maria', 831);
  const foreign = arquivoOf((await ask('POST', RETIFICATION, other, request)).body);
  const foreignPdf = await download(`${PDF}/homologacao/${foreign.recibo}`, other);
  const foreignForm = fileForm(await signPdf('maria', foreignPdf));
  const refused = await ask('PUT', `${RETIFICATION}/${foreign.id}/homologar`, other, foreignForm);
  expect(refused.status).toBe(412);

  expect((await homologate(retificationPath, retification.recibo)).status).toBe(200);
  expect(arquivoOf((await ask('GET', path, token)).body)).toEqual(delivery);
  expect((await ask('PUT', path, token, { ...payload, numeroDecretoMunicipal: '1' })).status).toBe(
    200,
  );
  expect((await homologate(path, delivery.recibo)).status).toBe(200);
});

it('gives back the files of a delivery', async () => {
  const { token, download, ask, delivery, payload, upload, signP7s } = await useDelivery();
  const anexo = `${PDF}/anexo/${delivery.recibo}`;
  const file = await download(`${anexo}/${payload.idDocumentoPDF}`, token);
  expect(new TextDecoder().decode(file)).toContain('edital');
  const unbound = fileIdOf((await upload(token, await signP7s('maria', new Blob(['other'])))).body);
  expect((await ask('GET', `${anexo}/${unbound}`, token)).status).toBe(404);
});

it('checks a receipt without a token, in a shape that says it is not official', async () => {
  const { ask, delivery } = await useDelivery();
  const known = await ask('GET', `/recepcao/validar-recibo/${delivery.recibo}`);
  expect(known.body).toMatchObject({ recibo: delivery.recibo, respostaOficial: false });
  expect((await ask('GET', `/recepcao/validar-recibo/${crypto.randomUUID()}`)).status).toBe(404);
});

it('serves the layouts unchanged to anyone, for every month from 1/2018', async () => {
  const { sandbox, ask } = await useTestSandbox();
  const get = async (path: string) =>
    (await sandbox.recepcao(new Request(`http://127.0.0.1/recepcao/LIC/${path}`))).text();
  const file = await readFile('public/layouts/LIC__REG_LICITACAO.schema.json', 'utf8');
  expect(await get('REG_LICITACAO/1/2018/schema')).toBe(file);
  expect(await get('REG_LICITACAO/08/2026/schema')).toBe(file);
  const unknown = [
    'REG_LICITACAO/0/2019',
    'REG_LICITACAO/13/2019',
    'REG_LICITACAO/12/2017',
    'NADA/1/2019',
  ];
  for (const each of unknown) {
    const { status, body } = await ask('GET', `/recepcao/LIC/${each}/schema`);
    expect(status, each).toBe(404);
    expect(object(body).message, each).toContain('Não há layout');
  }
});
