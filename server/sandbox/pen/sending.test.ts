import { createPublicKey, createVerify } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { utf8 } from '../../../src/base/bytes.ts';
import { sendReceiptText } from '../../../src/base/pen-receipt-text.ts';
import { ANEXO, hashOf, OFICIO, penProcess, usePen } from '../../../test/support/pen.ts';

const TICKETS = 'tickets-de-envio-de-componente';

it('asks for each component once and goes on when the last has come', async () => {
  const { ask, upload, situacao } = await usePen();
  const { status, body } = await ask(
    'prefeitura',
    'POST',
    'tramites/processo',
    await penProcess([OFICIO, ANEXO, OFICIO]),
  );
  expect(status).toBe(200);
  expect(body.NRE).toMatch(/^\d{16}$/);
  const [{ protocolo, hashes }] = body.processosComComponentesDigitaisSolicitados;
  expect(hashes).toEqual([await hashOf(OFICIO), await hashOf(ANEXO)]);

  const permit = { ticket: body.ticketParaEnvioDeComponentesDigitais, protocolo };
  expect((await upload('prefeitura', permit, OFICIO)).status).toBe(200);
  expect(await situacao('prefeitura', body.IDT)).toBe(1);
  const early = await ask('prefeitura', 'GET', `tramites/${body.IDT}/recibo-de-envio`);
  expect(early.body.mensagem).toContain('ainda não recebeu todos os componentes digitais');
  expect((await upload('prefeitura', permit, ANEXO)).status).toBe(200);
  expect(await situacao('prefeitura', body.IDT)).toBe(2);
});

it('takes a component in parts, wherever its name stands, and checks the whole at the end signal', async () => {
  const { ask, situacao } = await usePen();
  const content = utf8(Array.from({ length: 20_000 }, (_, index) => index).join(' ')).slice(
    0,
    100_000,
  );
  const { body } = await ask(
    'prefeitura',
    'POST',
    'tramites/processo',
    await penProcess([content]),
  );
  const hash = await hashOf(content);
  const protocolo = '12345.123456/2024-19';
  const address = `${TICKETS}/${body.ticketParaEnvioDeComponentesDigitais}/protocolos/componentes-a-enviar/partes`;
  const part = (from: number, to: number, bytes: Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.set('conteudo', new Blob([bytes]), 'conteudo');
    const query = new URLSearchParams({ hashDoComponenteDigital: hash, protocolo });
    return ask('prefeitura', 'PUT', `${address}/${from}-${to}?${query}`, form);
  };
  const end = () =>
    ask('prefeitura', 'POST', `${address}/sinalizacao-termino-envio`, {
      hashDoComponenteDigital: hash,
      protocolo,
    });

  const beyond = await part(60_000, 100_001, content.slice(0, 40_001));
  expect(beyond.body.mensagem).toBe(
    'A parte informada ultrapassa o tamanho do componente digital informado nos metadados do trâmite',
  );
  await part(10_000, 20_000, content.slice(10_000, 20_000));
  await part(30_000, 60_000, content.slice(30_000, 60_000));
  expect((await end()).body.mensagem).toContain('Faltam partes');
  expect(await situacao('prefeitura', body.IDT)).toBe(1);

  // The sender went on after a restart, with parts of another size.
  await part(0, 50_000, content.slice(0, 50_000));
  await part(50_000, 100_000, content.slice(50_000));
  expect((await end()).status).toBe(200);
  expect(await situacao('prefeitura', body.IDT)).toBe(2);
  expect((await end()).status).toBe(200);
});

it('refuses bytes that are not those of the metadata, and goes on waiting for them', async () => {
  const { ask, situacao } = await usePen();
  const { body } = await ask('prefeitura', 'POST', 'tramites/processo', await penProcess([OFICIO]));
  const form = new FormData();
  form.set('hashDoComponenteDigital', await hashOf(OFICIO));
  form.set('protocolo', '12345.123456/2024-19');
  form.set('conteudo', new Blob([utf8('<p>Ofício!</p>'.slice(0, -1))]), 'conteudo');
  const address = `${TICKETS}/${body.ticketParaEnvioDeComponentesDigitais}/protocolos/componentes-a-enviar`;
  expect((await ask('prefeitura', 'PUT', address, form)).status).toBe(400);
  expect(await situacao('prefeitura', body.IDT)).toBe(1);
});

it('keeps nothing of a part that breaks off', async () => {
  const { ask, request, dataDir } = await usePen();
  const { body } = await ask('prefeitura', 'POST', 'tramites/processo', await penProcess([OFICIO]));
  const head = '--x\r\nContent-Disposition: form-data; name="conteudo"\r\n\r\n<p>Of';
  const breaking = new ReadableStream({
    start: (controller) => controller.enqueue(utf8(head)),
    pull: (controller) => controller.error(new Error('the sender is gone')),
  });
  const address = `${TICKETS}/${body.ticketParaEnvioDeComponentesDigitais}/protocolos/componentes-a-enviar`;
  const answer = await request('prefeitura', 'PUT', address, breaking);
  expect(answer.status).toBe(400);
  expect(await readdir(`${dataDir}/pen-partes`)).toEqual([]);
});

it('signs what it received with its own key, over the text of the receipt', async () => {
  const { ask, send } = await usePen();
  const { idt, nre } = await send('prefeitura', await penProcess([OFICIO, ANEXO]), [OFICIO, ANEXO]);
  const { body } = await ask('prefeitura', 'GET', `tramites/${idt}/recibo-de-envio`);
  const { reciboDeEnvio, cadeiaDoCertificado, hashDaAssinatura } = body;
  expect(reciboDeEnvio).toMatchObject({ IDT: idt, NRE: nre });
  const text = sendReceiptText({
    ...reciboDeEnvio,
    hashes: [await hashOf(ANEXO), await hashOf(OFICIO)],
  });
  const verify = createVerify('sha256').update(text);
  expect(verify.verify(createPublicKey(cadeiaDoCertificado), hashDaAssinatura, 'base64')).toBe(
    true,
  );
});

it('lets a process be in one trâmite at a time (0044)', async () => {
  const { ask } = await usePen();
  const process = await penProcess([OFICIO]);
  const first = await ask('prefeitura', 'POST', 'tramites/processo', process);
  const again = await ask('prefeitura', 'POST', 'tramites/processo', process);
  expect(again.body.codigoErro).toBe('0044');
  const found = await ask('prefeitura', 'GET', `tramites?protocolo=12345.123456%2F2024-19`);
  expect(found.body).toMatchObject({ totalDeRegistros: 1, tramites: [{ IDT: first.body.IDT }] });
});
