import { expect, it, vi } from 'vitest';
import type { Json } from '../../../src/base/json.ts';
import { MINISTERIO, OFICIO, PREFEITURA, penProcess, usePen } from '../../../test/support/pen.ts';

const SECRET = 'segredo';

const useDoor = async () => {
  const pen = await usePen(undefined, SECRET);
  const door = async (method: string, path: string, body?: Json) => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const address = `http://127.0.0.1/sandbox/test/pen/${path}`;
    const headers = { 'X-Sandbox-Secret': SECRET };
    const response = await pen.sandbox.recepcao(new Request(address, { method, headers, ...init }));
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text || 'null') };
  };
  const sendTo = async (numeroDeIdentificacaoDaEstrutura: string) => {
    const destinatario = { ...MINISTERIO, numeroDeIdentificacaoDaEstrutura };
    return pen.send('prefeitura', await penProcess([OFICIO], { destinatario }), [OFICIO]);
  };
  return { ...pen, door, sendTo };
};

it('accepts, and refuses with each reason, by the unit that is written to', async () => {
  const { ask, situacao, sendTo } = await useDoor();
  const accepted = await sendTo('3002');
  await vi.waitFor(async () => expect(await situacao('prefeitura', accepted.idt)).toBe(5));
  await ask('prefeitura', 'GET', `tramites/${accepted.idt}/recibo`);
  for (const motivo of ['01', '02', '03', '04', '99']) {
    const { idt } = await sendTo(`31${motivo}`);
    await vi.waitFor(async () => expect(await situacao('prefeitura', idt)).toBe(8));
    const found = await ask('prefeitura', 'GET', `tramites?IDT=${idt}`);
    expect(found.body.tramites[0].motivoDaRecusa).toBe(motivo);
    await ask('prefeitura', 'GET', `tramites/${idt}/ciencia`);
  }
});

it('returns the process with a despacho once the sender has read the receipt', async () => {
  const { ask, situacao, sendTo } = await useDoor();
  const sent = await sendTo('3003');
  await vi.waitFor(async () => expect(await situacao('prefeitura', sent.idt)).toBe(5));
  await ask('prefeitura', 'GET', `tramites/${sent.idt}/recibo`);
  const returned = await vi.waitFor(async () => {
    const { body } = await ask('prefeitura', 'GET', 'tramites/pendentes?todas=true');
    expect(body).toHaveLength(1);
    return body[0].IDT;
  });
  const { body } = await ask('prefeitura', 'GET', `tramites/${returned}`);
  expect(body.nre).toBe(sent.nre);
  expect(body.processo.documentos).toMatchObject([
    { especie: { codigo: 88 } },
    { ordem: 2, especie: { codigo: 42 } },
  ]);
});

it('does what a test says: for a unit from now on, or with one trâmite now', async () => {
  const { door, situacao, sendTo } = await useDoor();
  const silent = await sendTo('2003');
  const refuse = { kind: 'refuse', motivo: '99', justificativa: 'Não.' };
  await door('POST', 'deal', { IDT: silent.idt, behaviour: refuse });
  expect(await situacao('prefeitura', silent.idt)).toBe(8);

  const unit = { ...MINISTERIO, numeroDeIdentificacaoDaEstrutura: '2004' };
  expect((await door('PUT', 'units', { unit, behaviour: { kind: 'x' } })).status).toBe(400);
  await door('PUT', 'units', { unit, behaviour: { kind: 'accept' } });
  const listed = await door('GET', 'tramites');
  expect(listed.body).toMatchObject([{ IDT: silent.idt, sender: 'prefeitura', situacao: 8 }]);
});

it('sends to a body what a test asks for: a process, a documento avulso', async () => {
  const { ask, door } = await useDoor();
  const sending = { remetente: MINISTERIO, destinatario: PREFEITURA, contents: ['<p>Um</p>'] };
  await door('POST', 'send', { ...sending, protocolo: '1/2026' });
  await door('POST', 'send', { ...sending, protocolo: '2/2026', kind: 'documento' });
  const { body } = await ask('prefeitura', 'GET', 'tramites/pendentes?todas=true');
  expect(body.map(({ status }: { status: number }) => status)).toEqual([2, 2]);
  const [process, avulso] = await Promise.all(
    body.map(
      async ({ IDT }: { IDT: number }) => (await ask('prefeitura', 'GET', `tramites/${IDT}`)).body,
    ),
  );
  expect(process.processo.protocolo).toBe('1/2026');
  expect(avulso.documento).toMatchObject({ protocolo: '2/2026', especie: { codigo: 88 } });
});
