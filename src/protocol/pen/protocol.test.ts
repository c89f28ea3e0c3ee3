import { describe, expect, it } from 'vitest';
import {
  type AskedPen,
  type Barramento,
  makeBarramento,
} from '../../../test/support/barramento.ts';
import {
  MINISTERIO,
  PREFEITURA,
  queueSending,
  sendingOf,
} from '../../../test/support/pen-sending.ts';
import type { Http } from '../../base/http.ts';

type Meddle = (asked: AskedPen, answer: () => Response) => Response;

const FILES = [
  { nome: 'oficio.html', content: '<p>Oficio</p>', whole: true },
  { nome: 'planta.pdf', content: 'um conteudo de trinta e dois by.' },
  { nome: 'copia.pdf', content: 'um conteudo de trinta e dois by.' },
];
const POST = 'POST tramites/processo';

const useSending = async (
  options: Parameters<typeof queueSending>[2] = {},
  files: Parameters<typeof queueSending>[1] = FILES,
) => {
  const clock = { at: Date.UTC(2026, 10, 22, 13) };
  const barramento = makeBarramento(() => clock.at);
  /** What happens to requests on their way, the first one that fits. */
  const troubles: { on: RegExp; meddle: Meddle }[] = [];
  const http: Http = async (request) => {
    const { pathname, search } = new URL(request.url);
    const path = pathname.replace('/pen/v3/', '') + search;
    const body = request.method === 'GET' ? '' : await request.text();
    const asked = { method: request.method, path, body };
    const answer = () => {
      const { json, status } = barramento.answer(asked);
      return Response.json(json, { status });
    };
    const at = troubles.findIndex(({ on }) => on.test(`${asked.method} ${path}`));
    const [trouble] = at < 0 ? [] : troubles.splice(at, 1);
    return trouble ? trouble.meddle(asked, answer) : answer();
  };
  const sending = await queueSending(http, files, { ...options, clock });
  return {
    ...{ sending, barramento },
    trouble: (on: RegExp, meddle: Meddle) => troubles.push({ on, meddle }),
  };
};

const lostAfter: Meddle = (_, answer) => {
  answer();
  throw new TypeError('network');
};
const lostBefore: Meddle = () => {
  throw new TypeError('network');
};
const html: Meddle = () => new Response('<html>', { headers: { 'content-type': 'text/html' } });

/** Another copy of the process, or the other body, registers it. */
const registerElsewhere = async (
  barramento: Barramento,
  changed: Parameters<typeof sendingOf>[1],
): Promise<void> => {
  const { metadata } = await sendingOf(FILES, changed);
  barramento.answer({ method: 'POST', path: 'tramites/processo', body: metadata });
};

const made = ({ deeds }: Barramento, deed = POST) => deeds.filter((one) => one === deed).length;
const states = ({ tramites }: Barramento) => tramites.map(({ situacao }) => situacao);

it('sends a process: each content once, the written one whole, the other in parts, and keeps the receipt', async () => {
  const { sending, barramento } = await useSending();
  expect(await sending.go()).toEqual({ kind: 'done' });
  expect(states(barramento)).toEqual([2]);
  const uploads = 'tickets-de-envio-de-componente/1001/protocolos/componentes-a-enviar';
  expect(barramento.deeds).toEqual([
    'GET tramites',
    'GET tramites',
    POST,
    `PUT ${uploads}`,
    ...['0-10', '10-20', '20-30', '30-32'].map((part) => `PUT ${uploads}/partes/${part}`),
    `POST ${uploads}/partes/sinalizacao-termino-envio`,
    'GET tramites/1/recibo-de-envio',
  ]);
  const { progress } = sending.store.entry(sending.id);
  expect(progress).toMatchObject({ idt: 1, nre: '0000000000012026' });
  expect(JSON.parse(progress.send?.recibo ?? '')).toMatchObject({ reciboDeEnvio: { IDT: 1 } });
});

it('gives a trâmite back whose answer was lost with its permit, and registers the process once more', async () => {
  const { sending, barramento, trouble } = await useSending();
  trouble(/POST tramites\/processo/, lostAfter);
  expect(await sending.go()).toEqual({ kind: 'done' });
  expect(states(barramento)).toEqual([7, 2]);
  const told = sending.store.rows(sending.id).map(({ meaning }) => meaning);
  expect(told).toContain('found-at-platform');
  expect(told).toContain('withdrawn');
});

it('takes a trâmite for its own whose answer was lost where nothing has to be sent any more', async () => {
  const { sending, barramento, trouble } = await useSending();
  trouble(/POST tramites\/processo/, (asked, answer) => {
    trouble(/GET tramites\?/, lostBefore);
    return lostAfter(asked, answer);
  });
  await sending.go(0);
  barramento.move(1, 2);
  expect(await sending.go()).toEqual({ kind: 'done' });
  expect(made(barramento)).toBe(1);
});

it('makes no second POST before the first one cannot arrive any more', async () => {
  const { sending, barramento, trouble } = await useSending();
  trouble(/POST tramites\/processo/, lostBefore);
  expect(await sending.go(0)).toMatchObject({ kind: 'uncertain' });
  expect(made(barramento)).toBe(0);
  expect(await sending.go()).toEqual({ kind: 'done' });
  expect(made(barramento)).toBe(1);
});

it('finds a POST that arrived late, before another one is made', async () => {
  const { sending, barramento, trouble } = await useSending();
  let late: AskedPen | undefined;
  trouble(/POST tramites\/processo/, (asked) => {
    late = asked;
    throw new TypeError('network');
  });
  await sending.go(0);
  if (late) barramento.answer(late);
  expect(await sending.go()).toEqual({ kind: 'done' });
  expect(states(barramento)).toEqual([7, 2]);
});

it('says whose trâmite is under way where it is the other body’s, and makes none', async () => {
  const { sending, barramento } = await useSending();
  await registerElsewhere(barramento, { remetente: MINISTERIO, destinatario: PREFEITURA });
  expect(await sending.go()).toMatchObject({
    kind: 'rejected',
    code: 'running-already',
    detail: { idt: 1, numero: PREFEITURA.numero },
  });
  expect(barramento.tramites).toHaveLength(1);
});

it('asks whose the running trâmite is under the other code that was seen for it', async () => {
  const { sending, trouble } = await useSending();
  const said = { codigoErro: '0005', mensagem: 'já possui trâmite em andamento' };
  trouble(/POST tramites\/processo/, () => Response.json(said, { status: 400 }));
  expect(await sending.go()).toMatchObject({ kind: 'rejected', code: 'running-already' });
});

it.each([2, 5, 6, 8] as const)(
  'sends nothing of a process of which a trâmite is in situação %s that was not known when it was queued',
  async (situacao) => {
    const { sending, barramento } = await useSending();
    await registerElsewhere(barramento, {});
    barramento.move(1, situacao);
    expect(await sending.go()).toMatchObject({
      kind: 'rejected',
      code: 'sent-already',
      detail: { IDT: 1, situacaoAtual: situacao },
    });
    expect(made(barramento)).toBe(1);
  },
);

it.each([7, 9, 10] as const)('sends what came to nothing in situação %s', async (situacao) => {
  const { sending, barramento } = await useSending();
  await registerElsewhere(barramento, {});
  barramento.move(1, situacao);
  expect(await sending.go()).toEqual({ kind: 'done' });
  expect(states(barramento)).toEqual([situacao, 2]);
});

it('sends anew what it knows to have been sent before', async () => {
  const { sending, barramento } = await useSending({ errand: { known: [1] } });
  await registerElsewhere(barramento, {});
  barramento.move(1, 6);
  expect(await sending.go()).toEqual({ kind: 'done' });
});

it('looks again right before the POST: another copy may have been sent since the first look', async () => {
  const { sending, barramento, trouble } = await useSending();
  trouble(/GET tramites\?/, (_, answer) => {
    trouble(/GET tramites\?/, lostBefore);
    return answer();
  });
  expect(await sending.go(0)).toMatchObject({ kind: 'paused' });
  const other = { ...MINISTERIO, numero: '9' };
  await registerElsewhere(barramento, { destinatario: other });
  barramento.move(1, 6);
  expect(await sending.go()).toMatchObject({ kind: 'rejected', code: 'sent-already' });
  expect(made(barramento)).toBe(1);
});

it('asks first where another browser may have sent it', async () => {
  const { sending, barramento } = await useSending({ mustAsk: true });
  expect(await sending.go()).toEqual({ kind: 'done' });
  expect(barramento.deeds.indexOf('GET tramites')).toBeLessThan(barramento.deeds.indexOf(POST));
  expect(made(barramento)).toBe(1);
});

describe('of a process out of a copy', () => {
  const OUT_OF_A_COPY = { mustAsk: true, errand: { fromCopy: true } };

  it('is told at once what was sent elsewhere after the copy was made', async () => {
    const { sending, barramento } = await useSending(OUT_OF_A_COPY);
    await registerElsewhere(barramento, {});
    const told = { kind: 'rejected', code: 'sent-already', detail: { IDT: 1 } };
    expect(await sending.go(0)).toMatchObject(told);
  });

  it('waits for what another browser sent last, and sends nothing beside it', async () => {
    const { sending, barramento } = await useSending(OUT_OF_A_COPY);
    expect(await sending.go(0)).toMatchObject({ kind: 'uncertain', code: 'was-elsewhere' });
    await registerElsewhere(barramento, {});
    expect(await sending.go()).toMatchObject({ kind: 'rejected', code: 'sent-already' });
    expect(made(barramento)).toBe(1);
  });

  it('is sent once nothing else can be on its way', async () => {
    const { sending, barramento } = await useSending(OUT_OF_A_COPY);
    expect(await sending.go()).toEqual({ kind: 'done' });
    expect(states(barramento)).toEqual([2]);
  });
});

it('goes on after a restart with the part that was under way, and repeats none before it', async () => {
  const { sending, barramento, trouble } = await useSending();
  trouble(/PUT .*20-30/, () => {
    throw new Error('the browser ended');
  });
  await sending.go(0);
  await sending.restart();
  expect(await sending.go()).toEqual({ kind: 'done' });
  const parts = barramento.deeds.filter((deed) => deed.includes('/partes/')).length;
  expect(parts).toBe(5);
});

it('sends a component anew that the platform says is damaged, and not the others', async () => {
  const { sending, barramento, trouble } = await useSending();
  trouble(/PUT .*10-20/, () => Response.json({}));
  expect(await sending.go()).toEqual({ kind: 'done' });
  expect(states(barramento)).toEqual([2]);
  expect(barramento.deeds.filter((deed) => deed.endsWith('/partes/0-10'))).toHaveLength(2);
});

it('asks the person after as many refusals of one component as were allowed', async () => {
  const { sending, trouble } = await useSending();
  for (let n = 0; n < 3; n++) trouble(/PUT .*10-20/, () => Response.json({}));
  expect(await sending.go()).toMatchObject({
    kind: 'needs-person',
    what: 'mend',
    code: 'component-refused',
    detail: { nome: 'planta.pdf' },
  });
  await sending.command({ kind: 'try-now' });
  expect(await sending.go()).toEqual({ kind: 'done' });
});

it.each([
  ['are gone', undefined, 'file-missing'],
  ['have another size', 'x', 'bytes-differ'],
  ['are others of the same size', 'UM CONTEUDO DE TRINTA E DOIS BY.', 'bytes-differ'],
])('stops with a plain word where the bytes of a component %s', async (_, content, code) => {
  const { sending } = await useSending();
  const { errand } = sending.store.entry(sending.id).frozen;
  const sha256 = errand.kind === 'send' ? (errand.components[1]?.sha256 ?? '') : '';
  if (content === undefined) sending.contents.delete(sha256);
  else sending.contents.set(sha256, new Blob([content]));
  expect(await sending.go()).toMatchObject({ what: 'mend', code, detail: { nome: 'planta.pdf' } });
});

it('ends where the trâmite was cancelled meanwhile, and registers no other', async () => {
  const { sending, barramento, trouble } = await useSending();
  trouble(/PUT .*10-20/, (_, answer) => {
    barramento.move(1, 10);
    return answer();
  });
  expect(await sending.go()).toMatchObject({ kind: 'rejected', code: 'cancelled-there' });
  expect(made(barramento)).toBe(1);
});

it('is done without the receipt where all has arrived and the platform gives none', async () => {
  const { sending, barramento, trouble } = await useSending();
  const none = () =>
    Response.json({ codigoErro: '0099', mensagem: 'Indisponível' }, { status: 400 });
  for (let n = 0; n < 3; n++) trouble(/recibo-de-envio/, none);
  expect(await sending.go(0)).toEqual({ kind: 'done' });
  expect(states(barramento)).toEqual([2]);
  expect(sending.store.entry(sending.id).progress.send?.recibo).toBeUndefined();
});

it('ends where the trâmite was cancelled before its receipt was fetched', async () => {
  const { sending, barramento, trouble } = await useSending();
  trouble(/recibo-de-envio/, () => {
    barramento.move(1, 7);
    return Response.json({ codigoErro: '0099', mensagem: 'Cancelado' }, { status: 400 });
  });
  const detail = { idt: 1, situacao: 7 };
  expect(await sending.go()).toMatchObject({ kind: 'rejected', code: 'cancelled-there', detail });
});

it('gives no trâmite back that went on since it was looked at', async () => {
  const { sending, barramento, trouble } = await useSending();
  trouble(/POST tramites\/processo/, lostAfter);
  trouble(/GET tramites\?IDT/, (_, answer) => {
    const before = answer();
    barramento.move(1, 3);
    return before;
  });
  expect(await sending.go()).toEqual({ kind: 'done' });
  expect(states(barramento)).toEqual([3]);
});

it('registers anew what another browser gave back before anybody saw it', async () => {
  const { sending, barramento, trouble } = await useSending();
  trouble(/POST tramites\/processo/, lostAfter);
  trouble(/GET tramites\?IDT/, (_, answer) => {
    barramento.move(1, 7);
    return answer();
  });
  expect(await sending.go()).toEqual({ kind: 'done' });
  expect(states(barramento)).toEqual([7, 2]);
});

it('registers no other where what was cancelled had reached the other body', async () => {
  const { sending, barramento, trouble } = await useSending();
  trouble(/POST tramites\/processo/, lostAfter);
  trouble(/GET tramites\?IDT/, (_, answer) => {
    barramento.move(1, 2);
    barramento.move(1, 7);
    return answer();
  });
  expect(await sending.go()).toMatchObject({ kind: 'rejected', code: 'cancelled-there' });
  expect(made(barramento)).toBe(1);
});

it('tells what it gave back from what it found cancelled by the platform', async () => {
  const { sending, barramento, trouble } = await useSending();
  trouble(/POST tramites\/processo/, lostAfter);
  trouble(/GET tramites\?IDT/, (_, answer) => {
    const before = answer();
    barramento.move(1, 10);
    return before;
  });
  expect(await sending.go()).toEqual({ kind: 'done' });
  const told = sending.store.rows(sending.id).map(({ meaning }) => meaning);
  expect(told).toContain('ended-there 10');
  expect(told).not.toContain('withdrawn');
});

it('shows what the platform has against the metadata, also under a 500', async () => {
  const { sending, trouble } = await useSending();
  const refusal = { codigoErro: '0001', mensagem: 'especie inválida' };
  trouble(/POST tramites\/processo/, () => Response.json(refusal, { status: 500 }));
  expect(await sending.go()).toMatchObject({ kind: 'rejected', detail: refusal });
});

it('asks what became of a POST after an error that nobody knows under a 500', async () => {
  const { sending, barramento, trouble } = await useSending();
  const error = { codigoErro: '9999', mensagem: 'Erro interno' };
  trouble(/POST tramites\/processo/, (_, answer) => {
    answer();
    return Response.json(error, { status: 500 });
  });
  expect(await sending.go()).toEqual({ kind: 'done' });
  expect(states(barramento)).toEqual([7, 2]);
});

it.each([
  ['a lost answer', lostAfter],
  ['a page', html],
])('repeats a part, the signal and the receipt after %s', async (_, meddle) => {
  const { sending, barramento, trouble } = await useSending();
  for (const on of [/PUT .*10-20/, /sinalizacao/, /recibo/]) trouble(on, meddle);
  expect(await sending.go()).toEqual({ kind: 'done' });
  expect(states(barramento)).toEqual([2]);
});
