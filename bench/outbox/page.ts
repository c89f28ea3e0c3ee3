import { askEnvironments, readEnvironments } from '../../src/app/environment.ts';
import { thisBrowser } from '../../src/app/owner.ts';
import { queueStore, tellNow } from '../../src/app/queue/queue-records.ts';
import { sendFromHere, startSender } from '../../src/app/queue/sender.ts';
import { chosenWay } from '../../src/app/session/login-way.ts';
import { pasteToken } from '../../src/app/session/tokens.ts';
import { ambiente, ambientes, ambientesFromGateway, records } from '../../src/app/state.ts';
import { clock, stores } from '../../src/app/stores.ts';
import { newId } from '../../src/base/ids.ts';
import { enqueue } from '../../src/outbox/entry.ts';
import { RECEPCAO } from '../../src/protocol/recepcao/protocol.ts';
import type { FrozenFile } from '../../src/protocol/recepcao/types.ts';
import { sendBare } from './bare.ts';
import { homologate, homologateBare, openKey } from './homologate.ts';
import { fileName, newFile, PERIOD, payloadOf } from './work.ts';

const asked = new Map<string, number>();
let longestBlock = 0;

/** As the app starts, without screens: environments, and the token of a person who logged in elsewhere. */
const open = async (token: string): Promise<void> => {
  const known = readEnvironments((await askEnvironments()) ?? null);
  if (!known) throw new Error('nobody tells the environments');
  ambientes.value = known.ambientes;
  ambientesFromGateway.value = true;
  ambiente.value = known.ambientes[0];
  chosenWay.value = 'pasted-token';
  const taken = pasteToken(token);
  if (!taken.ok) throw new Error(taken.error);
};

const keepFile = async (number: number): Promise<FrozenFile> => {
  const content = newFile();
  const kept = await stores.files.put(content);
  if (!kept.ok) throw new Error(kept.error);
  const sha256 = kept.value;
  const { size } = content;
  return {
    localId: newId(),
    sha256,
    sentSha256: sha256,
    name: fileName(number),
    kind: 'png',
    size,
  };
};

/** Puts deliveries on the queue, as a draft is. */
const seed = async (first: number, count: number, representacao: number): Promise<void> => {
  const owner = await thisBrowser();
  const where = ambiente.value?.id ?? '';
  for (let number = first; number < first + count; number++) {
    const file = await keepFile(number);
    const payload = payloadOf(number, file.localId);
    const frozen = { draftId: newId(), ...PERIOD, layoutSha256: '', payload, files: [file] };
    const queued = await enqueue(
      {
        ambiente: where,
        representacao,
        protocol: RECEPCAO,
        owner,
        frozen,
        progress: { uploads: {} },
      },
      { store: queueStore, clock },
    );
    if (!queued.ok) throw new Error(queued.error);
  }
  tellNow();
};

let atOnce = 0;
let mostAtOnce = 0;

/** The protocol hands over whole requests. */
const countRequests = (): void => {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    if (!(input instanceof Request)) return fetch(input, init);
    const last = new URL(input.url).pathname.split('/').at(-1) ?? '';
    const kind = `${input.method} ${/^\d+$/.test(last) ? 'number' : last.replace(/^[-\da-f]{36}$/, 'recibo')}`;
    asked.set(kind, (asked.get(kind) ?? 0) + 1);
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    return fetch(input, init).finally(() => atOnce--);
  };
};

/** An entry whose errand cannot be read: whatever is done with it throws. */
const seedPoison = async (): Promise<void> => {
  const [entry] = records.entries.value;
  if (!entry) throw new Error('nothing is queued');
  const queued = await enqueue(
    { ...entry, frozen: JSON.parse('{}'), progress: entry.progress },
    { store: queueStore, clock },
  );
  if (!queued.ok) throw new Error(queued.error);
};

const watchBlocks = (): void => {
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestBlock = Math.max(longestBlock, duration);
  }).observe({ type: 'longtask' });
};

const rested = () => records.entries.value.filter(({ state }) => state.kind === 'needs-person');

let drained: Promise<number> | undefined;

/** Starts the sender on what is queued. */
const drain = (): void => {
  watchBlocks();
  const start = performance.now();
  drained = new Promise((resolve) => {
    const stop = records.entries.subscribe((all) => {
      if (all.length === 0 || rested().length < all.length) return;
      queueMicrotask(() => stop());
      resolve(performance.now() - start);
    });
  });
  startSender(() => undefined);
};

const states = (): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { state } of records.entries.value) counts[state.kind] = (counts[state.kind] ?? 0) + 1;
  return counts;
};

const bench = {
  open,
  seed,
  seedPoison,
  drain,
  startSender,
  sendFromHere,
  sendBare,
  openKey,
  homologate,
  homologateBare,
  /** Milliseconds it took to drain the queue. */
  drained: () => drained,
  states,
  longestBlock: () => longestBlock,
  /** How often what was asked for, and how much of it at once at most. */
  asked: () => Object.fromEntries(asked),
  mostAtOnce: () => mostAtOnce,
};

countRequests();

declare global {
  var outboxBench: typeof bench;
}
globalThis.outboxBench = bench;
