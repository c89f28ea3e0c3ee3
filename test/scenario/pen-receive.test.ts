import { describe, expect, it } from 'vitest';
import { sha256Hex, utf8 } from '../../src/base/bytes.ts';
import { verifyReceipt } from '../../src/receipt/pen/verify-receipt.ts';
import { fromPem } from '../../src/signing/certificate/pem.ts';
import { ANEXO, hashOf, OFICIO, penDocument, penProcess, usePen } from '../support/pen.ts';
import { ALL_TAKEN, receivingOffice } from '../support/pen-receiving.ts';

// The steps of receiving against the sandbox's Barramento, which another body sent something through.

const DAY_MS = 24 * 60 * 60 * 1000;

const REPORT = utf8('Um relatório bem mais longo do que uma parte, e por isso em várias.');

const useSent = async (contents = [OFICIO, REPORT], changed = {}) => {
  const pen = await usePen();
  const sent = await pen.send('prefeitura', await penProcess(contents), contents);
  const office = receivingOffice(pen, 'ministerio', changed);
  return { pen, sent, office };
};

describe('a process that is received', () => {
  it('waits for the person’s word with every file here, byte for byte', async () => {
    const { office, sent, pen } = await useSent();
    const { id, state } = await office.receives(sent.idt);
    expect(state).toEqual({ kind: 'needs-person', what: 'consent', step: 'answer' });
    expect(office.problems(id)).toEqual([]);
    expect(await office.contents.get(await sha256Hex(REPORT))?.text()).toBe(
      new TextDecoder().decode(REPORT),
    );
    expect(await pen.situacao('ministerio', sent.idt)).toBe(4);
  });

  it('leaves no part behind, of a file that came whole and of one that had to be fetched anew', async () => {
    const { office, sent } = await useSent();
    const most = { parts: 0 };
    office.store.afterSave = () => {
      most.parts = Math.max(most.parts, office.contents.size);
    };
    office.meddling.push({ on: /partes\/24-32/, with: () => new Response(btoa('x'.repeat(8))) });
    const { id } = await office.receives(sent.idt);
    expect(office.problems(id)).toEqual([]);
    expect(most.parts).toBeGreaterThan(5);
    const { metadataSha256 = '', wanted = [] } = office.store.entry(id).progress.receive ?? {};
    const kept = [metadataSha256, ...wanted.map(({ sha256 }) => sha256)];
    expect([...office.contents.keys()].sort()).toEqual(kept.sort());
  });

  it('is receipted for what was downloaded in this trâmite, and the sender can verify that', async () => {
    const { office, sent, pen } = await useSent();
    const { id } = await office.receives(sent.idt);
    expect(await office.answers(id, { kind: 'accept' })).toEqual({ kind: 'done' });
    const answer = await pen.request('prefeitura', 'GET', `tramites/${sent.idt}/recibo`);
    const known = [await hashOf(OFICIO), await hashOf(REPORT)];
    const anchors = pen.sandbox.demo.anchors.flatMap((pem) => fromPem(pem));
    const verdict = await verifyReceipt(
      'conclusao',
      await answer.text(),
      { idt: sent.idt, nre: sent.nre, known, asked: sent.asked },
      { anchors, intermediates: [] },
      Date.now(),
    );
    expect(verdict).toMatchObject({ kind: 'trusted' });
    expect([...office.processes.values()]).toMatchObject([
      { nre: sent.nre, protocolo: sent.protocolo, documents: [{ ordem: 1 }, { ordem: 2 }] },
    ]);
  });

  it('is taken in without asking where the setting says so and nothing speaks against it', async () => {
    const { office, sent, pen } = await useSent([OFICIO], { acceptsAlone: true });
    expect((await office.receives(sent.idt)).state).toEqual({ kind: 'done' });
    expect(await pen.situacao('prefeitura', sent.idt)).toBe(5);
  });

  it('goes on after the last part that was kept', async () => {
    const { office, sent } = await useSent();
    office.meddling.push({
      on: /partes\/16-24/,
      with: () => {
        throw new TypeError('network');
      },
    });
    const { id, state } = await office.receives(sent.idt);
    expect(state).toMatchObject({ kind: 'paused', reason: 'no-network' });
    await office.triesAgain(id);
    const parts = office.store.rows(id).filter(({ step }) => step?.startsWith('fetch:2:1'));
    expect(parts.filter(({ event }) => event === 'applied')).toHaveLength(1);
    expect(office.store.entry(id).state).toMatchObject({ kind: 'needs-person' });
  });
});

it('a document that travels alone is taken in as a process with that one document', async () => {
  const pen = await usePen();
  const { cabecalho } = await penProcess([]);
  const documento = {
    ...(await penDocument(1, OFICIO)),
    ...{ protocolo: '0001234', interessados: [{ nome: 'Beltrano' }] },
  };
  const registered = await pen.ask('prefeitura', 'POST', 'tramites/documento', {
    ...{ cabecalho: cabecalho ?? {}, documento },
  });
  const [{ IDT: idt }] = registered.body.tramites;
  const ticket = Number(registered.body.ticketParaEnvioDeComponentesDigitais);
  await pen.upload('prefeitura', { ticket, protocolo: '0001234' }, OFICIO);
  const office = receivingOffice(pen, 'ministerio', { acceptsAlone: true });
  expect((await office.receives(idt)).state).toEqual({ kind: 'done' });
  const [process] = office.processes.values();
  expect(process).toMatchObject({ protocolo: '0001234', tipo: 'Geral', documents: [{ ordem: 1 }] });
  expect(process?.nre).toBeUndefined();
});

describe('a receipt', () => {
  it('whose answer was lost is posted once, and known by the situação', async () => {
    const { office, sent, pen } = await useSent([OFICIO]);
    const { id } = await office.receives(sent.idt);
    let posts = 0;
    office.meddling.push({
      on: /POST tramites\/\d+\/recibo/,
      with: () => {
        posts++;
        throw new TypeError('network');
      },
    });
    expect(await office.answers(id, { kind: 'accept' })).toEqual({ kind: 'done' });
    expect(posts).toBe(1);
    expect(await pen.situacao('prefeitura', sent.idt)).toBe(5);
    const ends = office.store.rows(id).filter(({ step }) => step === 'receipt');
    expect(ends.map(({ event }) => event)).toEqual(['begun', 'unknown', 'happened']);
  });

  it('is not given for what the sender cancelled meanwhile, and nothing is taken in', async () => {
    const { office, sent, pen } = await useSent([OFICIO]);
    const { id } = await office.receives(sent.idt);
    await pen.ask('prefeitura', 'DELETE', `tramites/${sent.idt}`);
    expect(await office.answers(id, { kind: 'accept' })).toMatchObject({
      kind: 'rejected',
      code: 'tramite-cancelled',
    });
    expect(office.processes.size).toBe(0);
  });
});

describe('a trâmite that another browser began to receive', () => {
  const useBegun = async (contents = [OFICIO, REPORT]) => {
    const { pen, sent, office: first } = await useSent(contents);
    return { pen, sent, first, second: receivingOffice(pen, 'ministerio') };
  };

  it('is receipted over its files although the platform waits for none of them any more', async () => {
    const { pen, sent, first, second } = await useBegun();
    await first.receives(sent.idt);
    const { id } = await second.receives(sent.idt);
    expect(await second.answers(id, { kind: 'accept' })).toEqual({ kind: 'done' });
    expect(await pen.situacao('prefeitura', sent.idt)).toBe(5);
  });

  it('is receipted over all of them where the platform waited for the rest alone', async () => {
    const { pen, sent, first, second } = await useBegun();
    first.meddling.push({
      on: /partes\/8-16/,
      with: () => {
        throw new TypeError('network');
      },
    });
    expect((await first.receives(sent.idt)).state).toMatchObject({ reason: 'no-network' });
    expect(await pen.situacao('ministerio', sent.idt)).toBe(3);
    const { id } = await second.receives(sent.idt);
    expect(await second.answers(id, { kind: 'accept' })).toEqual({ kind: 'done' });
    expect(await pen.situacao('prefeitura', sent.idt)).toBe(5);
  });
});

describe('an answer that the platform does not take', () => {
  const no = () => Response.json({ codigoErro: '9009', mensagem: 'Não confere.' }, { status: 400 });

  it('is told to the person, who may still refuse', async () => {
    const { pen, sent, office } = await useSent([OFICIO]);
    const { id } = await office.receives(sent.idt);
    for (let n = 0; n < 2; n++) office.meddling.unshift({ on: /POST .*recibo/, before: no });
    expect(await office.answers(id, { kind: 'accept' })).toMatchObject({ what: 'consent' });
    expect(office.problems(id)).toEqual([{ code: 'answer-refused', what: 'Não confere.' }]);
    const refusal = { kind: 'refuse', motivo: '99', justificativa: 'x' } as const;
    expect(await office.answers(id, refusal)).toEqual({ kind: 'done' });
    expect(await pen.situacao('prefeitura', sent.idt)).toBe(8);
  });

  it('ends where the trâmite was refused elsewhere', async () => {
    const { pen, sent, office } = await useSent([OFICIO]);
    const { id } = await office.receives(sent.idt);
    const refusal = { motivo: '99', justificativa: 'x' };
    await pen.ask('ministerio', 'POST', `tramites/${sent.idt}/recusa`, refusal);
    expect(await office.answers(id, { kind: 'refuse', ...refusal, motivo: '99' })).toMatchObject({
      kind: 'rejected',
      code: 'answered-elsewhere',
    });
  });
});

describe('a file that the platform does not give', () => {
  const failing = (status: number) => () =>
    Response.json({ codigoErro: '9999', mensagem: 'Erro' }, { status });

  it('is asked for later after a failure of the platform, however often', async () => {
    const { sent, office } = await useSent([OFICIO], { mostTries: 1 });
    office.meddling.push({ on: /componentes-digitais/, with: failing(500) });
    const { id, state } = await office.receives(sent.idt);
    expect(state).toMatchObject({ kind: 'paused', reason: 'server-unavailable' });
    expect(await office.triesAgain(id)).toMatchObject({ kind: 'needs-person', what: 'consent' });
    expect(office.problems(id)).toEqual([]);
  });

  it('is fetched again when the person wants it, and then the process may be taken in', async () => {
    const { sent, office } = await useSent([OFICIO], { mostTries: 1 });
    office.meddling.push({ on: /componentes-digitais/, with: failing(400) });
    const { id } = await office.receives(sent.idt);
    expect(office.problems(id)).toEqual([{ code: 'component-missing', what: '1.html' }]);
    expect(await office.answers(id, { kind: 'fetch-again' })).toMatchObject({ what: 'consent' });
    expect(office.problems(id)).toEqual([]);
    expect(await office.answers(id, { kind: 'accept' })).toEqual({ kind: 'done' });
  });

  it('is not called missing where the sender cancelled the trâmite', async () => {
    const { pen, sent, office } = await useSent([OFICIO], { mostTries: 1 });
    office.meddling.push({
      on: /componentes-digitais/,
      with: async () => {
        await pen.ask('prefeitura', 'DELETE', `tramites/${sent.idt}`);
        return failing(400)();
      },
    });
    expect((await office.receives(sent.idt)).state).toMatchObject({
      kind: 'rejected',
      code: 'tramite-cancelled',
      detail: { situacao: 7 },
    });
  });
});

describe('a refusal', () => {
  const MOTIVOS = ['01', '02', '03', '04', '99'] as const;

  it.each(MOTIVOS)('with code %s reaches the sender with its words', async (motivo) => {
    const { office, sent, pen } = await useSent([OFICIO]);
    const { id } = await office.receives(sent.idt);
    const justificativa = `Recusa de teste ${motivo}, com acentuação.`;
    expect(await office.answers(id, { kind: 'refuse', motivo, justificativa })).toEqual({
      kind: 'done',
    });
    const { body } = await pen.ask('prefeitura', 'GET', `tramites?IDT=${sent.idt}`);
    expect(body.tramites[0]).toMatchObject({
      situacaoAtual: 8,
      motivoDaRecusa: motivo,
      justificativaDaRecusa: justificativa,
    });
  });

  it('whose answer was lost is posted once: the trâmite is shown no more', async () => {
    const { office, sent, pen } = await useSent([OFICIO]);
    const { id } = await office.receives(sent.idt);
    office.meddling.push({
      on: /recusa/,
      with: () => {
        throw new TypeError('network');
      },
    });
    const refusal = { kind: 'refuse', motivo: '99', justificativa: 'x' } as const;
    expect(await office.answers(id, refusal)).toEqual({ kind: 'done' });
    expect(await pen.situacao('prefeitura', sent.idt)).toBe(8);
  });

  it('is what a file calls for that comes otherwise than announced, after the most tries', async () => {
    const { office, sent } = await useSent([OFICIO], { mostTries: 2, partSize: 1000 });
    for (let n = 0; n < 2; n++) {
      office.meddling.push({ on: /componentes-digitais/, with: () => new Response('YWJj') });
    }
    const { id, state } = await office.receives(sent.idt);
    expect(state).toMatchObject({ kind: 'needs-person', what: 'consent' });
    expect(office.problems(id)).toEqual([{ code: 'component-corrupt', what: '1.html' }]);
  });

  it('is what the settings of this body call for, told before the person answers', async () => {
    const rules = { ...ALL_TAKEN, largestBytes: 5, isEspecieMapped: () => false };
    const { office, sent } = await useSent([ANEXO], { rules });
    const { id } = await office.receives(sent.idt);
    expect(office.problems(id)).toEqual([
      { code: 'especie-not-mapped', ordem: 1, what: 'Ofício' },
      { code: 'too-large', ordem: 1, what: '1.html' },
    ]);
  });
});

it('what the platform cancelled after eight days is not receipted any more', async () => {
  const clock = { at: Date.now(), now: () => clock.at };
  const pen = await usePen(clock);
  const sent = await pen.send('prefeitura', await penProcess([OFICIO]), [OFICIO]);
  const office = receivingOffice(pen, 'ministerio');
  const { id } = await office.receives(sent.idt);
  clock.at += 8.5 * DAY_MS;
  expect(await pen.situacao('prefeitura', sent.idt)).toBe(10);
  expect(await office.answers(id, { kind: 'accept' })).toMatchObject({
    kind: 'rejected',
    code: 'tramite-cancelled',
  });
});
