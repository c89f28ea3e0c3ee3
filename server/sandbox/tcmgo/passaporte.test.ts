import { expect, it } from 'vitest';
import type { Bytes } from '../../../src/base/bytes.ts';
import { systemClock } from '../../../src/base/clock.ts';
import { icpCertificate } from '../../../test/support/icp.ts';
import { type TestSandbox, useTestSandbox } from '../../../test/support/sandbox.ts';

const BASE = 'https://localhost:8443/passaporte/api/auth';
const YEAR = 365 * 24 * 60 * 60 * 1000;

const get = async (
  { sandbox }: TestSandbox,
  path: string,
  certificate?: Bytes,
  init?: RequestInit,
) => sandbox.passaporte(new Request(BASE + path, init), certificate);

const derOf = async (court: TestSandbox, file: 'maria' | 'joao') =>
  (await court.person(file)).certificate.der;

it('lists the representações of the certificate holder', async () => {
  const court = await useTestSandbox();
  const maria = await (await get(court, '/representacoes', await derOf(court, 'maria'))).json();
  expect(maria).toMatchObject({ nome: 'MARIA APARECIDA DOS SANTOS' });
  expect(maria.representacoes.map((each: { codigo: number }) => each.codigo)).toEqual([830, 831]);
  expect(Object.keys(maria.representacoes[0])).toEqual([
    ...['codigo', 'representacao', 'unidadeId', 'unidade', 'tipo', 'poder'],
    ...['municipioId', 'municipio', 'dataInicioRepresentacao', 'dataFimRepresentacao'],
  ]);
  const joao = await (await get(court, '/representacoes', await derOf(court, 'joao'))).json();
  expect(joao.representacoes).toHaveLength(1);
});

it('gives a token for a representação that the holder has', async () => {
  const court = await useTestSandbox();
  const der = await derOf(court, 'joao');
  const answer = await (await get(court, '/certificado?representacao=840', der)).json();
  expect(answer.token.claims).toMatchObject({ sub: '52998224725', representacao: 840 });
  expect(answer.usuario).toMatchObject({
    nome: 'JOÃO BATISTA DA CONCEIÇÃO',
    cpfCnpj: '52998224725',
  });
  const { status } = await court.ask(
    'GET',
    '/recepcao/LIC/REG_LICITACAO/2/2019/1',
    answer.token.valor,
  );
  expect(status).toBe(404);
});

it('gives no token for another one, or none named', async () => {
  const court = await useTestSandbox();
  const der = await derOf(court, 'joao');
  for (const query of ['?representacao=830', '?representacao=', '']) {
    expect((await get(court, `/certificado${query}`, der)).status, query).toBe(403);
  }
});

it('answers nothing but OPTIONS without a certificate of its chain that is in force', async () => {
  const court = await useTestSandbox();
  const stranger = await icpCertificate('ecpf');
  for (const certificate of [undefined, stranger.der, new Uint8Array([1, 2, 3])]) {
    for (const path of ['/representacoes', '/certificado?representacao=830', '/nada']) {
      const answer = await get(court, path, certificate);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({ message: expect.any(String) });
    }
  }
  const later = await useTestSandbox(
    { now: () => Date.now() + 4 * YEAR },
    { dataDir: court.dataDir },
  );
  expect((await get(later, '/representacoes', await derOf(court, 'maria'))).status).toBe(401);
});

it('names the asking origin, because a certificate is a credential', async () => {
  const court = await useTestSandbox(systemClock);
  const headers = { Origin: 'http://localhost:4200', 'Access-Control-Request-Headers': 'ignore' };
  const der = await derOf(court, 'maria');
  const answers = [
    await get(court, '/representacoes', undefined, { method: 'OPTIONS', headers }),
    await get(court, '/representacoes', undefined, { headers }),
    await get(court, '/representacoes', der, { headers }),
  ];
  expect(answers.map((answer) => answer.status)).toEqual([204, 401, 200]);
  for (const answer of answers) {
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('http://localhost:4200');
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBe('true');
    expect(answer.headers.get('Vary')).toContain('Origin');
  }
  expect(answers[0]?.headers.get('Access-Control-Allow-Headers')).toContain('ignore');
});
