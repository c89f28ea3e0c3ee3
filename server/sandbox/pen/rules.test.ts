import { expect, it } from 'vitest';
import type { Bytes } from '../../../src/base/bytes.ts';
import type { Json, JsonObject } from '../../../src/base/json.ts';
import {
  ANEXO,
  MINISTERIO,
  OFICIO,
  PREFEITURA,
  penDocument,
  penProcess,
  usePen,
} from '../../../test/support/pen.ts';
import { PEN_BASE } from './barramento.ts';

const NUP = '12345.123456/2024-19';

type Pen = Awaited<ReturnType<typeof usePen>>;

const post = async ({ ask }: Pen, metadata: Json) =>
  (await ask('prefeitura', 'POST', 'tramites/processo', metadata)).body;

/** The same process with other members in its first document. */
const withFirst = (sent: JsonObject, change: JsonObject): JsonObject => {
  const { cabecalho, processo } = structuredClone(sent) as {
    cabecalho: JsonObject;
    processo: JsonObject & { documentos: JsonObject[] };
  };
  const [first, ...rest] = processo.documentos;
  return { cabecalho, processo: { ...processo, documentos: [{ ...first, ...change }, ...rest] } };
};

it('answers nobody without the certificate of a body', async () => {
  const { sandbox, person } = await usePen();
  const faultOf = async (certificate?: Bytes) => {
    const request = new Request(`https://localhost${PEN_BASE}/healthcheck`);
    const answer = await sandbox.pen.answer(request, certificate);
    return [answer.status, (await answer.json()).mensagem];
  };
  expect((await faultOf())[0]).toBe(403);
  const { certificate } = await person('maria');
  expect(await faultOf(certificate.der)).toEqual([
    403,
    expect.stringContaining('certificado com common name MARIA APARECIDA DOS SANTOS'),
  ]);
});

it('names every field that does not hold, with its path (0001)', async () => {
  const pen = await usePen();
  const sent = await penProcess([OFICIO, ANEXO]);
  const wrong = withFirst(sent, { especie: { codigo: 187, nomeNoProdutor: '' }, ordem: 2 });
  expect(await post(pen, wrong)).toEqual({
    codigoErro: '0001',
    mensagem: [
      'Os seguintes erros de validação de campos foram identificados:',
      '- processo.documentos[0].especie.codigo deve ser um código de espécie válido',
      '- processo.documentos[0].especie.nomeNoProdutor não pode ser vazio',
      '- processo.documentos[0].ordem deve ser 1',
      'Devido aos erros a operação não foi concluída.',
    ].join('\n'),
  });
  const mensagens = await Promise.all(
    [
      { cabecalho: {}, processo: {} },
      await penProcess([OFICIO], { urgencia: true, motivoDaUrgencia: 6 }),
      await penProcess([]),
    ].map(async (each) => (await post(pen, each)).mensagem),
  );
  expect(mensagens[0]).toContain('- cabecalho.remetente deve ser informado');
  expect(mensagens[0]).toContain('- processo.interessados deve ter ao menos um elemento');
  expect(mensagens[1]).toContain('- cabecalho.motivoDaUrgencia deve ser um motivo de urgência');
  expect(mensagens[2]).toContain('- processo.documentos deve ter ao menos um elemento');
  const urgent = await penProcess([OFICIO], { urgente: true, motivoDaUrgencia: '5' });
  expect(await post(pen, urgent)).toHaveProperty('IDT');
});

it('knows units only in their repository (0055), and sends only from the body’s own to one that receives', async () => {
  const pen = await usePen();
  const to = async (cabecalho: JsonObject) => post(pen, await penProcess([OFICIO], cabecalho));
  const elsewhere = { ...MINISTERIO, identificacaoDoRepositorioDeEstruturas: 93 };
  expect(await to({ destinatario: elsewhere })).toMatchObject({ codigoErro: '0055' });
  const root = { ...MINISTERIO, numeroDeIdentificacaoDaEstrutura: '2001' };
  expect((await to({ destinatario: root })).mensagem).toContain('não está apta a receber');
  expect((await to({ remetente: MINISTERIO })).mensagem).toContain('não pertence ao órgão');
  const unknown = await pen.ask(
    'prefeitura',
    'GET',
    'repositorios-de-estruturas/93/estruturas-organizacionais/2002',
  );
  expect(unknown.body.codigoErro).toBe('0055');
});

it('holds a process to what was delivered under its NRE: order, espécie, hashes, protocolo (0047)', async () => {
  const pen = await usePen();
  const sent = await pen.send('prefeitura', await penProcess([OFICIO, ANEXO]), [OFICIO, ANEXO]);
  await pen.receive('ministerio', sent);
  await pen.ask('prefeitura', 'GET', `tramites/${sent.idt}/recibo`);

  const head = { NRE: sent.nre };
  const again = await penProcess([OFICIO, ANEXO], head);
  const faultOf = async (metadata: JsonObject) => {
    const { codigoErro, mensagem } = await post(pen, metadata);
    return [codigoErro, mensagem];
  };
  const inDocument1 = ['0047', expect.stringContaining('documento de ordem 1 já enviado')];
  expect(await faultOf(await penProcess([ANEXO, OFICIO], head))).toEqual(inDocument1);
  expect(
    await faultOf(withFirst(again, { especie: { codigo: 89, nomeNoProdutor: 'Ofício-Circular' } })),
  ).toEqual(inDocument1);
  expect(await faultOf(await penProcess([OFICIO], head))).toEqual([
    '0047',
    expect.stringContaining('documento de ordem 2'),
  ]);
  expect(await faultOf(await penProcess([OFICIO, ANEXO], head, '12345.123456/2024-20'))).toEqual([
    '0047',
    `Inconsistência no número de protocolo do processo tramitado por este NRE ${sent.nre}. Protocolo anterior: ${NUP} atual: 12345.123456/2024-20`,
  ]);
  const withdrawn = withFirst(again, { ...(await penDocument(1, ANEXO)), retirado: true });
  expect(await post(pen, withdrawn)).toMatchObject({ NRE: sent.nre });
});

it('does not ask for the content of withdrawn documents', async () => {
  const pen = await usePen();
  const sent = withFirst(await penProcess([OFICIO, ANEXO]), { retirado: true });
  const { asked } = await pen.send('prefeitura', sent, [OFICIO, ANEXO]);
  expect(asked).toHaveLength(1);
});

it('forgets what was refused: the corrected document is taken after the ciência', async () => {
  const pen = await usePen();
  const sent = await pen.send('prefeitura', await penProcess([OFICIO]), [OFICIO]);
  const refusal = { motivo: '01', justificativa: 'Formato não aceito.' };
  await pen.ask('ministerio', 'POST', `tramites/${sent.idt}/recusa`, refusal);
  const corrected = await penProcess([ANEXO], { NRE: sent.nre });
  expect(await post(pen, corrected)).toMatchObject({ codigoErro: '0044' });
  await pen.ask('prefeitura', 'GET', `tramites/${sent.idt}/ciencia`);
  expect(await post(pen, corrected)).toMatchObject({ NRE: sent.nre });
});

it('sends one documento avulso to several units, with one ticket', async () => {
  const pen = await usePen();
  const documento = { ...(await penDocument(1, OFICIO)), protocolo: '77/2026' };
  const destinatarios = ['2003', '2004'].map((numeroDeIdentificacaoDaEstrutura) => ({
    ...MINISTERIO,
    numeroDeIdentificacaoDaEstrutura,
  }));
  const cabecalho = { remetente: PREFEITURA, destinatarios };
  const { body } = await pen.ask('prefeitura', 'POST', 'tramites/documento', {
    cabecalho,
    documento,
  });
  const ticket = body.ticketParaEnvioDeComponentesDigitais;
  await pen.upload('prefeitura', { ticket, protocolo: '77/2026' }, OFICIO);
  const found = await pen.ask('prefeitura', 'GET', 'tramites?protocolo=77%2F2026');
  expect(found.body.tramites).toMatchObject([{ situacaoAtual: 2 }, { situacaoAtual: 2 }]);
  const [, second] = body.tramites;
  const { body: metadata } = await pen.ask('ministerio', 'GET', `tramites/${second.IDT}`);
  expect(metadata.documento.protocolo).toBe('77/2026');
  expect(metadata.unidadeReceptora.numeroDeIdentificacaoDaEstrutura).toBe('2002');
});

it('gives units by name and hierarchy, and the tables of the platform', async () => {
  const { ask } = await usePen();
  const get = async (path: string) => (await ask('prefeitura', 'GET', path)).body;
  const federal = 'repositorios-de-estruturas/1/estruturas-organizacionais';
  expect(await get('repositorios-de-estruturas?ativos=true')).toHaveLength(2);
  expect(await get(`${federal}?nome=prestacao`)).toMatchObject({
    totalDeRegistros: 1,
    estruturas: [
      {
        numeroDeIdentificacaoDaEstrutura: '2004',
        codigoUnidadeReceptora: '2002',
        hierarquia: [{ sigla: 'SECONV' }, { sigla: 'MDEMO' }],
      },
    ],
  });
  expect(await get(`${federal}/2001/filhas`)).toHaveLength(2);
  expect((await get('especies')).especies).toHaveLength(187);
  expect((await get('motivosUrgencia')).motivosUrgencia).toHaveLength(5);
  expect((await get('hipoteses?ativos=true')).hipotesesLegais).toHaveLength(25);
  expect((await get('hipoteses?status=false')).hipotesesLegais).toHaveLength(1);
});
