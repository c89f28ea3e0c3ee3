import { expect, it } from 'vitest';
import { documentedPayload, useTestSandbox } from '../support/sandbox.ts';

// Every answer of colare-doc about errors, as it is printed there, given by the sandbox's handlers.

const PERIOD = '/recepcao/LIC/REG_LICITACAO/2/2019';
const INVALID_TOKEN = {
  message:
    'O Token enviado é inválido! Para maiores informações acesse: https://testes.tcm.go.gov.br/colare-doc',
};

const useMaria = async () => {
  const court = await useTestSandbox();
  const token = await court.login('maria', 830);
  return { ...court, token };
};

/** JSON text, because the order of keys is part of what is documented. */
const text = (value: unknown) => JSON.stringify(value);

it('refuses an upload with an invalid token', async () => {
  const { upload } = await useMaria();
  const answer = await upload('eyJhbGciOiJIUzUxMiJ9.ey.Isw', new Blob(['x']));
  expect(answer.status).toBe(401);
  expect(answer.body).toEqual(INVALID_TOKEN);
});

it('refuses a file that is neither PDF nor P7S', async () => {
  const { upload, token } = await useMaria();
  const answer = await upload(token, new Blob(['MZ this is a program']));
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({
    message: 'Só será aceito arquivos do tipo application/pdf ou application/pkcs7-signature',
  });
});

it('refuses a PDF without a signature', async () => {
  const { upload, token, read } = await useMaria();
  const answer = await upload(token, await read('demo/edital.pdf'));
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({ message: 'Arquivo enviado não está assinado digitalmente!' });
});

it('tells the properties that are missing', async () => {
  const { ask, token } = await useMaria();
  const answer = await ask('POST', PERIOD, token, {});
  expect(answer.status).toBe(412);
  expect(text(answer.body)).toBe(
    text([
      {
        level: 'error',
        schema: { loadingURI: '#', pointer: '' },
        instance: { pointer: '' },
        domain: 'validation',
        keyword: 'required',
        message:
          'objeto tem as seguintes propriedades exigidas faltando (["codTipoEnvio","codTipoRegulamentacao","existeRegulamentacaoMunicipal"])',
        required: ['codTipoEnvio', 'codTipoRegulamentacao', 'existeRegulamentacaoMunicipal'],
        missing: ['codTipoEnvio', 'codTipoRegulamentacao', 'existeRegulamentacaoMunicipal'],
      },
    ]),
  );
});

it('tells wrong dates and types, in the documented order', async () => {
  const { ask, token, upload, signP7s } = await useMaria();
  const uploaded = await upload(token, await signP7s('maria', new Blob(['edital'])));
  const { detalhamentoLc123 } = documentedPayload;
  const answer = await ask('POST', PERIOD, token, {
    ...documentedPayload,
    ...{ idDocumentoPDF: fileId(uploaded.body), dataDecretoMunicipal: '01/01/2019' },
    detalhamentoLc123: {
      ...detalhamentoLc123,
      regulamentouParticipExclusivaMEEPP: 'true',
      valorLimiteRegParticipExclusivaMEEPP: '50000',
    },
  });
  expect(answer.status).toBe(412);
  expect(text(answer.body)).toBe(
    text([
      {
        level: 'error',
        schema: { loadingURI: '#', pointer: '/properties/dataDecretoMunicipal' },
        instance: { pointer: '/dataDecretoMunicipal' },
        domain: 'validation',
        keyword: 'format',
        attribute: 'date',
        message: 'string "01/01/2019" é inválido contra o formato de data solicitado yyyy-MM-dd',
        value: '01/01/2019',
        expected: 'yyyy-MM-dd',
      },
      {
        level: 'error',
        schema: {
          loadingURI: '#',
          pointer: '/definitions/detalhamentoLc123/properties/regulamentouParticipExclusivaMEEPP',
        },
        instance: { pointer: '/detalhamentoLc123/regulamentouParticipExclusivaMEEPP' },
        domain: 'validation',
        keyword: 'type',
        message:
          'instância de tipo (string) não corresponde a nenhum tipo primitivo permitido ( permitido : ["boolean"] )',
        found: 'string',
        expected: ['boolean'],
      },
      {
        level: 'error',
        schema: {
          loadingURI: '#',
          pointer: '/definitions/detalhamentoLc123/properties/valorLimiteRegParticipExclusivaMEEPP',
        },
        instance: { pointer: '/detalhamentoLc123/valorLimiteRegParticipExclusivaMEEPP' },
        domain: 'validation',
        keyword: 'type',
        message:
          'instância de tipo (string) não corresponde a nenhum tipo primitivo permitido ( permitido : ["integer","number"] )',
        found: 'string',
        expected: ['integer', 'number'],
      },
    ]),
  );
});

const gedEntry = (rest: object) => ({
  level: 'error',
  schema: { loadingURI: '#', pointer: '/properties/idDocumentoPDF' },
  instance: { pointer: '/idDocumentoPDF' },
  domain: 'validation',
  keyword: 'format',
  attribute: 'arquivo-ged',
  ...rest,
});

it('tells a file id that is no UUID', async () => {
  const { ask, token } = await useMaria();
  const answer = await ask('POST', PERIOD, token, { ...documentedPayload, idDocumentoPDF: 'abcd' });
  expect(answer.status).toBe(412);
  expect(text(answer.body)).toBe(
    text([
      gedEntry({
        message:
          'Formato do arquivo GED inválido. O formato segue a estrutura UUID (Universally Unique IDentifier).',
        value: 'abcd',
        expected: 'UUID',
      }),
    ]),
  );
});

it('tells a file id that nobody uploaded', async () => {
  const { ask, token } = await useMaria();
  const idDocumentoPDF = '29f5882c-1188-4be6-9d16-b56d959e3519';
  const answer = await ask('POST', PERIOD, token, { ...documentedPayload, idDocumentoPDF });
  expect(answer.status).toBe(412);
  expect(text(answer.body)).toBe(
    text([gedEntry({ message: 'Arquivo não existente na base do GED.', value: idDocumentoPDF })]),
  );
});

it('tells the broken rule 6 and stores nothing', async () => {
  const { ask, token, upload, signP7s } = await useMaria();
  const uploaded = await upload(token, await signP7s('maria', new Blob(['edital'])));
  const answer = await ask('POST', PERIOD, token, {
    ...documentedPayload,
    idDocumentoPDF: fileId(uploaded.body),
    tcmEnvioManual: true,
    detalhamentoLc123: {
      ...documentedPayload.detalhamentoLc123,
      percentualSubContratacaoMEEPP: 20,
    },
  });
  expect(answer.status).toBe(412);
  expect(text(answer.body)).toBe(
    text({
      mensagens: {
        advertencias: [],
        informacoes: [],
        erros: [
          {
            regra: 6,
            mensagem:
              'O percentual estabelecido para subcontrtação de ME e EPP não pode ser maior que 10%.',
          },
        ],
      },
    }),
  );
  expect((await ask('GET', `${PERIOD}/1`, token)).status).toBe(404);
});

it('refuses data with an invalid token', async () => {
  const { ask } = await useMaria();
  const answer = await ask('POST', PERIOD, 'eyJhbGciOiJIUzUxMiJ9', documentedPayload);
  expect(answer.status).toBe(401);
  expect(answer.body).toEqual(INVALID_TOKEN);
});

const fileId = (body: unknown): string => {
  if (typeof body === 'object' && body !== null && 'arquivo' in body) return String(body.arquivo);
  throw new Error(`no file id in ${text(body)}`);
};
