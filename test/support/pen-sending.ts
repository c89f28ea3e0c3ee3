import { sha256Hex } from '../../src/base/bytes.ts';
import type { Http } from '../../src/base/http.ts';
import { enqueue } from '../../src/outbox/entry.ts';
import type { PersonEvent } from '../../src/outbox/events.ts';
import type { OutboxDeps } from '../../src/outbox/ports.ts';
import { command, drain, recover } from '../../src/outbox/runner.ts';
import type { EntryState } from '../../src/outbox/types.ts';
import { penClient } from '../../src/protocol/pen/client.ts';
import type { ProcessToSend } from '../../src/protocol/pen/messages.ts';
import { penProtocol } from '../../src/protocol/pen/protocol.ts';
import {
  PEN,
  type PenFrozen,
  type PenProgress,
  type SendErrand,
} from '../../src/protocol/pen/types.ts';
import { hashOf } from './barramento.ts';
import { type MemoryOutbox, memoryOutbox } from './outbox-memory.ts';

export const PREFEITURA = { repositorio: 93, numero: '1001', nome: 'Protocolo' };
export const MINISTERIO = { repositorio: 1, numero: '2003', nome: 'Expedição' };

interface SentFile {
  nome: string;
  content: string;
  whole?: boolean;
  /** Number of the attached process that its document belongs to. */
  anexado?: string;
}

/** The metadata of a process with these files, and its sending as it is frozen. */
export const sendingOf = async (
  files: readonly SentFile[],
  changed: Partial<SendErrand> = {},
): Promise<{ metadata: string; errand: SendErrand }> => {
  const unit = ({ repositorio, numero }: typeof PREFEITURA) => ({
    identificacaoDoRepositorioDeEstruturas: repositorio,
    numeroDeIdentificacaoDaEstrutura: numero,
  });
  const at = '2026-11-22T10:00:00-03:00';
  const protocolo = changed.protocolo ?? '12345.123456/2024-19';
  const produtor = { nome: 'Fulana', tipo: 'fisica' } as const;
  const body: ProcessToSend = {
    cabecalho: {
      remetente: unit(changed.remetente ?? PREFEITURA),
      destinatario: unit(changed.destinatario ?? MINISTERIO),
      ...(changed.nre && { NRE: changed.nre }),
      enviarApenasComponentesDigitaisPendentes: false,
      propriedadesAdicionais: [],
    },
    processo: {
      ...{ protocolo, nivelDeSigilo: 1, descricao: 'Assunto', produtor },
      ...{ dataHoraDeProducao: at, dataHoraDeRegistro: at, interessados: [{ nome: 'Beltrano' }] },
      documentos: files.map(({ nome, content, anexado }, n) => ({
        ...{ ordem: n + 1, descricao: '***', retirado: false, nivelDeSigilo: 1 as const, produtor },
        ...{ dataHoraDeProducao: at, dataHoraDeRegistro: at },
        especie: { codigo: 88, nomeNoProdutor: 'Ofício' },
        ...(anexado !== undefined && { protocoloDoProcessoAnexado: anexado }),
        componentesDigitais: [
          {
            ...{ ordem: 1, nome, tamanhoEmBytes: content.length, mimeType: 'text/plain' },
            hash: { algoritmo: 'SHA256' as const, conteudo: hashOf(content) },
            tipoDeConteudo: 'txt' as const,
          },
        ],
      })),
    },
  };
  const metadata = JSON.stringify(body);
  const components = await Promise.all(
    files.map(async ({ nome, content, whole = false }, n) => ({
      ...{ nome, protocolo, documento: n + 1, hash: hashOf(content), size: content.length, whole },
      sha256: await sha256Hex(new Blob([content])),
    })),
  );
  const errand: SendErrand = {
    ...{ kind: 'send', processId: 'p1', protocolo, remetente: PREFEITURA, known: [] },
    ...{ destinatario: MINISTERIO, metadataSha256: await sha256Hex(new Blob([metadata])) },
    components: components.filter(
      ({ hash }, n) => components.findIndex((other) => other.hash === hash) === n,
    ),
    ...{ partSize: 10, mostTries: 3 },
    ...changed,
  };
  return { metadata, errand };
};

/** One sending on the queue of one browser, in memory. */
export interface PenSending {
  id: string;
  store: MemoryOutbox<PenFrozen, PenProgress>;
  deps: OutboxDeps<PenFrozen, PenProgress>;
  clock: { at: number };
  contents: Map<string, Blob>;
  /** Moves on by itself over `pauses` waits (the clock jumps); the state where it rests. */
  go(pauses?: number): Promise<EntryState>;
  command(event: PersonEvent): Promise<unknown>;
  /** What the program found running when it started anew. */
  restart(): Promise<unknown>;
}

export const queueSending = async (
  http: Http,
  files: readonly SentFile[],
  options: { errand?: Partial<SendErrand>; mustAsk?: boolean; clock?: { at: number } } = {},
): Promise<PenSending> => {
  const { metadata, errand } = await sendingOf(files, options.errand);
  const contents = new Map<string, Blob>();
  for (const text of [metadata, ...files.map(({ content }) => content)]) {
    const blob = new Blob([text]);
    contents.set(await sha256Hex(blob), blob);
  }
  const at = options.clock ?? { at: Date.UTC(2026, 10, 22, 13) };
  const clock = { now: () => at.at };
  const store = memoryOutbox<PenFrozen, PenProgress>();
  const deps: PenSending['deps'] = {
    ...{ store, clock, courtClock: clock, random: () => 0.5 },
    ensure: async () => ({ kind: 'at-hand' }),
    mayFollow: () => true,
    wait: async (ms) => {
      at.at += ms;
    },
    signal: new AbortController().signal,
    protocol: penProtocol(
      {
        pen: penClient({ http, base: '/pen', origin: 'http://127.0.0.1' }),
        blobs: { get: async (sha256) => contents.get(sha256) },
        sha256: sha256Hex,
      },
      () => 'done',
    ),
  };
  const queued = await enqueue(
    {
      ...{ ambiente: 'simulado', protocol: PEN, owner: { id: 'here', name: 'aqui' } },
      ...{ frozen: { orgao: 'prefeitura', errand }, progress: {} },
      mustAsk: options.mustAsk ?? false,
    },
    deps,
  );
  if (!queued.ok) throw new Error(queued.error);
  const { id } = queued.value;
  const rest = async (): Promise<EntryState> => {
    const drained = await drain(id, deps);
    if (!drained.ok) throw new Error(drained.error);
    return drained.value.state;
  };
  return {
    ...{ id, store, deps, clock: at, contents },
    go: async (pauses = 20) => {
      let state = await rest();
      for (let n = 0; n < pauses && 'until' in state && state.until !== undefined; n++) {
        at.at = Math.max(at.at, state.until);
        state = await rest();
      }
      return state;
    },
    command: (event) => command(id, event, deps),
    restart: () => recover(store.entry(id), deps),
  };
};
