import { expect, it } from 'vitest';
import type { JsonObject } from '../../../src/base/json.ts';
import { readNorms, readRepresentacoesPublicas } from '../../../src/protocol/publico/messages.ts';
import { readUpload } from '../../../src/protocol/recepcao/messages.ts';
import { useTestSandbox } from '../../../test/support/sandbox.ts';

const NORM: JsonObject = {
  codTipoEnte: 1,
  codTipoNorma: 5,
  codDetalhamentoNorma: 1,
  numeroDaNorma: '1234',
  anoDaNorma: 2025,
  dataPublicacao: '2025-03-01',
  inicioVigencia: '2025-03-01',
  ementaDaNorma: 'Dispõe sobre o quadro de pessoal',
  codTipoEnvio: 1,
  assuntosDaNorma: [{ codAssuntoNorma: 1 }],
  aNormaRegulamentaOutroIdpessoallegislacao: { normaRegulamentaOutroIDPessoalLegislacao: false },
  unidadesGestorasAplicaveis: { normaAplicavelATodasAsUnidadesGestoras: true },
};

it('tells without login who represents the units of the demo municipality, and knows no other', async () => {
  const { ask } = await useTestSandbox();
  const { body } = await ask('GET', '/api/rest/passaporteService/5299995/representacoes');
  expect(
    readRepresentacoesPublicas(body)?.map(({ person, office, until }) => [person, office, until]),
  ).toEqual([
    ['MARIA APARECIDA DOS SANTOS', 'PREFEITA', '2028-12-31'],
    ['MARIA APARECIDA DOS SANTOS', 'GESTORA DO FUNDO MUNICIPAL DE SAÚDE', '2028-12-31'],
    ['JOÃO BATISTA DA CONCEIÇÃO', 'PRESIDENTE DA CÂMARA', '2028-12-31'],
  ]);
  const other = await ask('GET', '/api/rest/passaporteService/5208707/representacoes');
  expect(other.status).toBe(404);
});

it('tells of every norm that was delivered, also of one not homologated', async () => {
  const { ask, login, upload, signPdf, read } = await useTestSandbox();
  const before = await ask('GET', '/api/rest/colareService/5299995/legislacoes');
  expect(before.body).toEqual([]);
  const token = await login('maria', 830);
  const file = await upload(token, await signPdf('maria', await read('demo/edital.pdf')));
  const sent = await ask('POST', '/recepcao/ATOSDEPESSOAL/PES_LEGISLACAO/3/2025', token, {
    ...NORM,
    textoDaNormaOuLegislacao: [
      {
        codTipoTextoDocumento: 1,
        descricao: 'Lei',
        idDocumentoPDF: readUpload(file.body)?.arquivo,
      },
    ],
  });
  expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  const { body } = await ask('GET', '/api/rest/colareService/5299995/legislacoes');
  expect(readNorms(body)).toEqual([
    expect.objectContaining({
      number: '1234',
      year: '2025',
      summary: 'Dispõe sobre o quadro de pessoal',
      unit: 'PREFEITURA MUNICIPAL DE SERRA DO SABIÁ',
      status: 'NAO_HOMOLOGADO',
    }),
  ]);
});
