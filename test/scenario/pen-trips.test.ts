import { expect, it } from 'vitest';
import type { PenBodyId } from '../../server/sandbox/pen/bodies.ts';
import { sha256Hex, utf8 } from '../../src/base/bytes.ts';
import { newId } from '../../src/base/ids.ts';
import { afterRegistered } from '../../src/process/after-sending.ts';
import { metadataOf } from '../../src/process/metadata.ts';
import type { Process, ProcessDocument } from '../../src/process/types.ts';
import { usePen } from '../support/pen.ts';
import { receivingOffice } from '../support/pen-receiving.ts';

// Two bodies exchange a process with what the app makes of it: nothing that was ever sent changes (0047), and only what
// the other side lacks is sent again.

type Office = ReturnType<typeof receivingOffice>;

const AT = '2026-11-22T10:00:00-03:00';
const UNITS = {
  prefeitura: { repositorio: 93, numero: '1001', nome: 'Protocolo' },
  ministerio: { repositorio: 1, numero: '2002', nome: 'Expedição' },
};
type Side = keyof typeof UNITS;

const produtor = { nome: 'Fulana de Tal', tipo: 'fisica' } as const;

const written = async (ordem: number, text: string): Promise<ProcessDocument> => {
  const content = utf8(text);
  return {
    ...{ id: newId(), ordem, descricao: '', retirado: false, nivelDeSigilo: 1, origin: 'written' },
    ...{ especie: { codigo: 42, nomeNoProdutor: 'Despacho' }, produtor },
    ...{ dataHoraDeProducao: AT, dataHoraDeRegistro: AT },
    components: [
      {
        ...{ ordem: 1, nome: `${ordem}.html`, sha256: await sha256Hex(content) },
        ...{ size: content.length, mimeType: 'text/html', signatures: [] },
      },
    ],
  };
};

const begun = (orgao: string): Process => ({
  ...{ id: newId(), ambiente: 'simulado', orgao, schemaVersion: 1, rev: 1 },
  ...{ createdAt: 0, changedAt: 0, protocolo: '44442.000007/2018-35', tipo: 'Convênio' },
  ...{ descricao: 'Repasse', nivelDeSigilo: 1, interessados: [{ nome: 'Beltrano' }], produtor },
  ...{ dataHoraDeProducao: AT, dataHoraDeRegistro: AT, documents: [] },
});

const useTwoBodies = async () => {
  const pen = await usePen();
  const settings = { partSize: 1000, acceptsAlone: true };
  const offices: Record<Side, Office> = {
    prefeitura: receivingOffice(pen, 'prefeitura', settings),
    ministerio: receivingOffice(pen, 'ministerio', settings),
  };

  /** One more document is written at `from`, and the process is sent; gives the hashes that were asked for. */
  const sends = async (from: Side, to: Side, process: Process, text: string) => {
    const document = await written(process.documents.length + 1, text);
    const more = { ...process, documents: [...process.documents, document] };
    const route = { remetente: UNITS[from], destinatario: UNITS[to], onlyPending: true };
    const metadata = metadataOf(more, route, new Map());
    const sent = await pen.send(from, metadata, [utf8(text)]);
    offices[from].processes.set(process.id, afterRegistered(more, metadata, sent.nre));
    return sent;
  };

  const endsAt = async (body: PenBodyId, idt: number) =>
    (await pen.ask(body, 'GET', `tramites/${idt}/recibo`)).status;

  return { pen, offices, sends, endsAt };
};

const only = ({ processes }: Office): Process => {
  const [process, ...others] = processes.values();
  if (!process || others.length > 0) throw new Error(`${processes.size} processes`);
  return process;
};

const hashesIn = ({ documents }: Process): string[] =>
  documents.flatMap(({ components }) => components.map(({ sha256 }) => sha256));

it('two bodies exchange a process five times without an inconsistency, sending only what is new', async () => {
  const { pen, offices, sends, endsAt } = await useTwoBodies();
  const first = begun('prefeitura');
  offices.prefeitura.processes.set(first.id, first);
  const sides: Side[] = ['prefeitura', 'ministerio'];
  for (let trip = 0; trip < 5; trip++) {
    const [from = 'prefeitura', to = 'ministerio'] = trip % 2 === 0 ? sides : sides.toReversed();
    const sent = await sends(from, to, only(offices[from]), `<p>Despacho ${trip}</p>`);
    expect(sent.asked).toHaveLength(1);
    expect((await offices[to].receives(sent.idt)).state).toEqual({ kind: 'done' });
    expect(await endsAt(from, sent.idt)).toBe(200);
    expect(await pen.situacao(from, sent.idt)).toBe(6);
    expect(hashesIn(only(offices[to]))).toEqual(hashesIn(only(offices[from])));
  }
  expect(only(offices.ministerio).documents.map(({ ordem }) => ordem)).toEqual([1, 2, 3, 4, 5]);
  expect(only(offices.ministerio).nre).toBe(only(offices.prefeitura).nre);
});

it('a document that came back changed is told before it is taken in', async () => {
  const { pen, offices, sends, endsAt } = await useTwoBodies();
  const first = begun('prefeitura');
  offices.prefeitura.processes.set(first.id, first);
  const there = await sends('prefeitura', 'ministerio', first, '<p>Ofício</p>');
  await offices.ministerio.receives(there.idt);
  await endsAt('prefeitura', there.idt);
  const back = await sends('ministerio', 'prefeitura', only(offices.ministerio), '<p>Despacho</p>');
  const held = only(offices.prefeitura);
  const [oficio] = held.documents;
  if (!oficio) throw new Error('no document');
  const other = { ...oficio, especie: { codigo: 88, nomeNoProdutor: 'Ofício' } };
  offices.prefeitura.processes.set(held.id, { ...held, documents: [other] });
  const { id, state } = await offices.prefeitura.receives(back.idt);
  expect(state).toMatchObject({ kind: 'needs-person', what: 'consent' });
  expect(offices.prefeitura.problems(id)).toEqual([
    { code: 'document-changed', ordem: 1, what: '1 Ofício' },
  ]);
  expect(await pen.situacao('ministerio', back.idt)).toBe(4);
});
