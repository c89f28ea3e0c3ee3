import { createPublicKey, createVerify } from 'node:crypto';
import { expect, it } from 'vitest';
import { fromBase64, fromUtf8, utf8 } from '../../../src/base/bytes.ts';
import { conclusionReceiptText } from '../../../src/base/pen-receipt-text.ts';
import { ANEXO, hashOf, OFICIO, penProcess, usePen } from '../../../test/support/pen.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const useSent = async (contents = [OFICIO, ANEXO], clock?: { now: () => number }) => {
  const pen = await usePen(clock);
  const sent = await pen.send('prefeitura', await penProcess(contents), contents);
  return { ...pen, sent };
};

it('moves by what the receiver reads: metadata to 3, the last component to 4', async () => {
  const { ask, request, situacao, sent } = await useSent();
  const pending = await ask('ministerio', 'GET', 'tramites/pendentes?todas=true');
  expect(pending.body).toEqual([{ IDT: sent.idt, status: 2 }]);

  const metadata = await ask('ministerio', 'GET', `tramites/${sent.idt}`);
  expect(metadata.body).toMatchObject({
    nre: sent.nre,
    processo: { protocolo: sent.protocolo, documentos: [{ ordem: 1 }, { ordem: 2 }] },
  });
  expect(await situacao('ministerio', sent.idt)).toBe(3);

  const path = `tramites/${sent.idt}/protocolos/componentes-digitais`;
  const named = (hashDoComponenteDigital: string) => ({
    hashDoComponenteDigital,
    protocolo: sent.protocolo,
  });
  const whole = await request('ministerio', 'POST', path, named(await hashOf(OFICIO)));
  expect(fromBase64(await whole.text())).toEqual(OFICIO);
  expect(await situacao('ministerio', sent.idt)).toBe(3);
  const part = async (range: string) => {
    const answer = await request(
      'ministerio',
      'POST',
      `${path}/partes/${range}`,
      named(await hashOf(ANEXO)),
    );
    return fromUtf8(fromBase64(await answer.text()));
  };
  expect(await part('0-4')).toBe('<p>A');
  expect(await situacao('ministerio', sent.idt)).toBe(3);
  expect(await part(`4-${ANEXO.length}`)).toBe('nexo</p>');
  expect(await situacao('ministerio', sent.idt)).toBe(4);
});

it('takes the receipt that the receiver signed over all it fetched, and ends when the sender reads it', async () => {
  const { ask, situacao, fetchAll, postReceipt, sent } = await useSent();
  const missing = await ask('prefeitura', 'GET', `tramites/${sent.idt}/recibo`);
  expect(missing.body.mensagem).toBe('O recibo ainda não foi recebido.');
  const hashes = await fetchAll('ministerio', sent.idt);

  const wrong = [
    await postReceipt('ministerio', sent, hashes.slice(1)),
    await postReceipt('ministerio', { ...sent, nre: '0000000000992026' }, hashes),
    await postReceipt('ministerio', sent, hashes, 'prefeitura'),
  ];
  expect(wrong.map(({ body }) => body.codigoErro)).toEqual(['9009', '9009', '9009']);
  expect((await postReceipt('ministerio', sent, hashes)).status).toBe(200);
  const waiting = await ask('prefeitura', 'GET', 'tramites/pendentes?todas=true');
  expect(waiting.body).toEqual([{ IDT: sent.idt, status: 5 }]);

  const { body } = await ask('prefeitura', 'GET', `tramites/${sent.idt}/recibo`);
  const { recibo, cadeiaDoCertificado, hashDaAssinatura } = body;
  const text = conclusionReceiptText({ ...recibo, hashes: recibo.hashesDosComponentesDigitais });
  const verify = createVerify('sha256').update(text);
  expect(verify.verify(createPublicKey(cadeiaDoCertificado), hashDaAssinatura, 'base64')).toBe(
    true,
  );
  expect(await situacao('prefeitura', sent.idt)).toBe(6);
});

it('lets the receiver refuse with a documented reason; then only the sender sees it, until it takes note', async () => {
  const { ask, situacao, fetchAll, sent } = await useSent();
  await fetchAll('ministerio', sent.idt);
  const refuse = (motivo: string, justificativa: string) =>
    ask('ministerio', 'POST', `tramites/${sent.idt}/recusa`, { motivo, justificativa });
  for (const motivo of ['05', '1', '', 'toString'])
    expect((await refuse(motivo, 'Não.')).status).toBe(400);
  expect((await refuse('99', '')).status).toBe(400);
  expect((await refuse('99', 'x'.repeat(1001))).status).toBe(400);
  expect((await ask('prefeitura', 'POST', `tramites/${sent.idt}/recusa`, {})).status).toBe(400);
  expect((await refuse('04', 'Espécie não mapeada.')).status).toBe(200);

  expect((await ask('ministerio', 'GET', `tramites?IDT=${sent.idt}`)).body.tramites).toEqual([]);
  const found = await ask('prefeitura', 'GET', `tramites?IDT=${sent.idt}`);
  expect(found.body.tramites[0]).toMatchObject({
    situacaoAtual: 8,
    motivoDaRecusa: '04',
    justificativaDaRecusa: 'Espécie não mapeada.',
  });
  expect((await ask('ministerio', 'GET', `tramites/${sent.idt}/ciencia`)).status).toBe(404);
  expect((await ask('prefeitura', 'GET', `tramites/${sent.idt}/ciencia`)).status).toBe(200);
  expect(await situacao('prefeitura', sent.idt)).toBe(9);
});

it('lets the sender alone cancel, until the receipt is there', async () => {
  const { ask, situacao, receive, send, sent } = await useSent();
  expect((await ask('ministerio', 'DELETE', `tramites/${sent.idt}`)).status).toBe(403);
  expect((await ask('prefeitura', 'DELETE', `tramites/${sent.idt}`)).status).toBe(200);
  expect(await situacao('prefeitura', sent.idt)).toBe(7);
  const again = await send('prefeitura', await penProcess([OFICIO]), [OFICIO]);
  await receive('ministerio', again);
  const late = await ask('prefeitura', 'DELETE', `tramites/${again.idt}`);
  expect(late.body.mensagem).toBe(
    'O sistema destinatário já iniciou o recebimento desse processo, portanto não é possível realizar o cancelamento',
  );
});

it('cancels by itself what stood still for more than eight days', async () => {
  let now = Date.parse('2026-11-22T12:00:00Z');
  const { ask, situacao, sent } = await useSent([OFICIO], { now: () => now });
  now += 8 * DAY_MS;
  await ask('ministerio', 'GET', `tramites/${sent.idt}`);
  now += 8 * DAY_MS;
  expect(await situacao('prefeitura', sent.idt)).toBe(3);
  now += 1;
  expect(await situacao('prefeitura', sent.idt)).toBe(10);
});

it('asks on the way back only for what the other side lacks', async () => {
  const { ask, send, situacao, receive, fetchAll, sent } = await useSent([OFICIO, ANEXO]);
  await receive('ministerio', sent);
  await ask('prefeitura', 'GET', `tramites/${sent.idt}/recibo`);
  const despacho = utf8('<p>Despacho</p>');
  const back = {
    NRE: sent.nre,
    remetente: {
      identificacaoDoRepositorioDeEstruturas: 1,
      numeroDeIdentificacaoDaEstrutura: 2003,
    },
    destinatario: {
      identificacaoDoRepositorioDeEstruturas: 93,
      numeroDeIdentificacaoDaEstrutura: 1001,
    },
  };
  const all = [OFICIO, ANEXO, despacho];
  const returned = await send('ministerio', await penProcess(all, back), all);
  expect([returned.nre, returned.asked]).toEqual([sent.nre, [await hashOf(despacho)]]);
  expect((await receive('prefeitura', returned)).status).toBe(200);
  await ask('ministerio', 'GET', `tramites/${returned.idt}/recibo`);

  // Nothing is new: it needs no component and is at once where the receiver reads.
  const third = await send('prefeitura', await penProcess(all, { NRE: sent.nre }), all);
  expect(third.asked).toEqual([]);
  expect(await situacao('ministerio', third.idt)).toBe(2);
  expect((await receive('ministerio', third)).status).toBe(200);
  await ask('prefeitura', 'GET', `tramites/${third.idt}/recibo`);

  const everything = { NRE: sent.nre, enviarApenasComponentesDigitaisPendentes: false };
  const fourth = await send('prefeitura', await penProcess(all, everything), all);
  expect(fourth.asked).toEqual([]);
  expect(await situacao('ministerio', fourth.idt)).toBe(2);
  expect(await fetchAll('ministerio', fourth.idt)).toHaveLength(3);
});

it('finds trâmites by what is asked, a page at a time', async () => {
  const { ask, send, sent } = await useSent([OFICIO]);
  const other = await send('prefeitura', await penProcess([ANEXO], {}, '2/2026'), [ANEXO]);
  const found = async (query: string) => {
    const { body } = await ask('prefeitura', 'GET', `tramites?${query}`);
    return [body.totalDeRegistros, body.tramites.map(({ IDT }: { IDT: number }) => IDT)];
  };
  expect(await found('protocolo=2%2F2026')).toEqual([1, [other.idt]]);
  expect(await found(`NRE=${sent.nre}`)).toEqual([1, [sent.idt]]);
  expect(await found('destinatario[numeroDeIdentificacaoDaEstrutura]=2003')).toHaveLength(2);
  expect(await found('destinatario[numeroDeIdentificacaoDaEstrutura]=2004')).toEqual([0, []]);
  expect(await found('remetente[identificacaoDoRepositorioDeEstruturas]=1')).toEqual([0, []]);
  expect(await found('situacaoAtual=1')).toEqual([0, []]);
  expect(await found('registroInicial=1&quantidadeDeRegistros=1')).toEqual([2, [other.idt]]);
});

it('tells who waits of what happens, without being asked again and again', async () => {
  const { ask, send, sent } = await useSent([OFICIO]);
  const poll = (last: number) =>
    ask('ministerio', 'GET', `pendencias?idTramiteDaPendenciaRecebida=${last}`);
  expect((await poll(0)).body).toEqual({ encontrou: true, IDT: sent.idt, status: 2 });
  const held = poll(sent.idt);
  const other = await penProcess([ANEXO], {}, '12345.123457/2024-91');
  const next = await send('prefeitura', other, [ANEXO]);
  expect((await held).body).toEqual({ encontrou: true, IDT: next.idt, status: 2 });
});
