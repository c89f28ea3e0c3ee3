import { createSign } from 'node:crypto';
import { PEN_BASE } from '../../server/sandbox/pen/barramento.ts';
import type { PenBodyId } from '../../server/sandbox/pen/bodies.ts';
import { sha256Hex } from '../../src/base/bytes.ts';
import type { Http } from '../../src/base/http.ts';
import { newId } from '../../src/base/ids.ts';
import { conclusionReceiptText } from '../../src/base/pen-receipt-text.ts';
import { ok } from '../../src/base/result.ts';
import { enqueue } from '../../src/outbox/entry.ts';
import type { OutboxDeps } from '../../src/outbox/ports.ts';
import { command, drain } from '../../src/outbox/runner.ts';
import type { EntryState } from '../../src/outbox/types.ts';
import { type Held, type ReceiveRules, receiveProblems } from '../../src/process/receive-checks.ts';
import { readReceived } from '../../src/process/received-metadata.ts';
import { takenIn } from '../../src/process/take-in.ts';
import type { Process } from '../../src/process/types.ts';
import { answerMeans } from '../../src/protocol/pen/answer-means.ts';
import { penClient } from '../../src/protocol/pen/client.ts';
import { penProtocol } from '../../src/protocol/pen/protocol.ts';
import type { PersonsWord } from '../../src/protocol/pen/receive-progress.ts';
import { toReceive } from '../../src/protocol/pen/steps/receive.ts';
import type { ReceiveSettings, Receiving } from '../../src/protocol/pen/steps/receive-step.ts';
import { PEN, type PenFrozen, type PenProgress } from '../../src/protocol/pen/types.ts';
import { NOTHING_REFERS, referredFiles } from '../../src/store/referred-files.ts';
import { memoryOutbox } from './outbox-memory.ts';
import type { usePen } from './pen.ts';

type Pen = Awaited<ReturnType<typeof usePen>>;

/** What an office that receives takes, unless told otherwise. */
export const ALL_TAKEN: ReceiveRules = {
  largestBytes: 1_000_000,
  isEspecieMapped: () => true,
  isHipoteseMapped: () => true,
  isOurs: () => true,
};

/** A body as the app sees it: the platform over `Http`, its files, its processes and its queue in memory. */
export const receivingOffice = (
  pen: Pen,
  body: PenBodyId,
  {
    rules = ALL_TAKEN,
    ...changed
  }: Partial<ReceiveSettings> & {
    rules?: ReceiveRules;
  } = {},
) => {
  const contents = new Map<string, Blob>();
  const processes = new Map<string, Process>();
  const clock = { now: () => Date.UTC(2026, 10, 22, 13) };
  /** What happens to an answer on its way, once; or to a request, which then goes no further. */
  const meddling: ({ on: RegExp } & (
    | { with: (answer: Response) => Response | Promise<Response> }
    | { before: () => Response }
  ))[] = [];

  const askedUnder: string[] = [];

  const http: Http = async (request) => {
    const { pathname, search } = new URL(request.url);
    const path = pathname.replace('/pen/v3/', '') + search;
    const form = request.headers.get('content-type')?.startsWith('multipart');
    const text = form || request.method === 'GET' ? '' : await request.text();
    const content = form ? await request.formData() : text ? JSON.parse(text) : undefined;
    if (content?.hashDoComponenteDigital) askedUnder.push(content.protocolo);
    const at = meddling.findIndex(({ on }) => on.test(`${request.method} ${path}`));
    const [meddle] = at < 0 ? [] : meddling.splice(at, 1);
    if (meddle && 'before' in meddle) return meddle.before();
    const answer = await pen.request(body, request.method, path, content);
    return meddle ? meddle.with(answer) : answer;
  };

  const put: Receiving['files']['put'] = async (content, known) => {
    const sha256 = known ?? (await sha256Hex(content));
    contents.set(sha256, content);
    return ok(sha256);
  };
  const get = async (sha256: string) => contents.get(sha256);
  const store = memoryOutbox<PenFrozen, PenProgress>();
  /** As the database does: what an entry refers to stays. */
  const drop: Receiving['files']['drop'] = async (sha256s) => {
    const referred = referredFiles({ ...NOTHING_REFERS, penEntries: store.entries() });
    const kept = new Set(referred.map(({ sha256 }) => sha256));
    for (const each of sha256s) if (!kept.has(each)) contents.delete(each);
  };
  const heldOf = (nre: string): Held => {
    const same = [...processes.values()].find((each) => each.nre === nre);
    return same ? { same } : {};
  };
  const tools: Receiving = {
    pen: penClient({ http, base: '/pen', origin: `https://localhost${PEN_BASE}` }),
    blobs: { get },
    sha256: sha256Hex,
    clock,
    files: { get, put, drop },
    signReceipt: async ({ hashes, ...said }) => {
      const key = await pen.keyOf(body);
      const text = conclusionReceiptText({ ...said, hashes });
      return ok(createSign('sha256').update(text).sign(key, 'base64'));
    },
    judge: async (metadata) => {
      const received = readReceived(metadata);
      if (!received) return { processId: newId(), problems: [{ code: 'unreadable' }] };
      const held = heldOf(received.nre);
      const problems = receiveProblems(received, held, rules);
      return { processId: held.same?.id ?? newId(), problems };
    },
    filesHeld: async (nre) => {
      const { same } = heldOf(nre);
      const components = same?.documents.flatMap((document) => document.components) ?? [];
      return new Set(components.map(({ sha256 }) => sha256));
    },
    settings: async () => ({ partSize: 8, mostTries: 3, acceptsAlone: false, ...changed }),
    nameOf: async () => 'Protocolo',
  };
  const deps: OutboxDeps<PenFrozen, PenProgress> = {
    ...{ store, clock, courtClock: clock, random: () => 0.5 },
    ensure: async () => ({ kind: 'at-hand' }),
    mayFollow: () => true,
    wait: async () => {},
    signal: new AbortController().signal,
    protocol: penProtocol(tools, (entry, idt) => toReceive(entry, idt, tools)),
  };

  const go = async (id: string): Promise<EntryState> => {
    const drained = await drain(id, deps);
    if (!drained.ok) throw new Error(drained.error);
    const { state, progress, ambiente } = drained.value;
    const { receive, processId = '', idt = 0 } = progress;
    if (state.kind === 'done' && receive?.answer?.kind === 'accept') {
      const metadata = (await contents.get(receive.metadataSha256 ?? '')?.text()) ?? '';
      const received = readReceived(metadata);
      if (!received) throw new Error('unreadable');
      const arrival = { ambiente, orgao: body, idt, processId, metadata, received };
      const at = { tipo: 'Geral', unitName: 'Protocolo', at: clock.now() };
      processes.set(processId, takenIn({ ...arrival, ...at }, processes.get(processId)));
    }
    return state;
  };

  return {
    ...{ contents, processes, store, tools, meddling, go },
    /** Takes up a trâmite; the id of its entry and where it rests. */
    receives: async (idt: number): Promise<{ id: string; state: EntryState }> => {
      const queued = await enqueue(
        {
          ...{ ambiente: 'simulado', protocol: PEN, owner: { id: 'here', name: 'aqui' } },
          ...{ frozen: { orgao: body, errand: { kind: 'receive', idt } }, progress: {} },
        },
        deps,
      );
      if (!queued.ok) throw new Error(queued.error);
      const { id } = queued.value;
      return { id, state: await go(id) };
    },
    /** The person's answer; where the entry rests then. */
    answers: async (id: string, word: PersonsWord): Promise<EntryState> => {
      const { state } = store.entry(id);
      const step = 'step' in state ? state.step : '';
      await command(id, { kind: 'consented', step, means: answerMeans(word) }, deps);
      return go(id);
    },
    /** The person has it tried again; where it rests then. */
    triesAgain: async (id: string): Promise<EntryState> => {
      await command(id, { kind: 'try-now' }, deps);
      return go(id);
    },
    /** The numbers under which files were asked for, one after the other. */
    askedUnder: () => askedUnder,
    problems: (id: string) => store.entry(id).progress.receive?.problems,
  };
};
