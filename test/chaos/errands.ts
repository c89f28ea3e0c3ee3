import { sha256Hex } from '../../src/base/bytes.ts';
import type { JsonObject } from '../../src/base/json.ts';
import { enqueue } from '../../src/outbox/entry.ts';
import { RECEPCAO } from '../../src/protocol/recepcao/protocol.ts';
import type { Earlier, FrozenFile, RecepcaoErrand } from '../../src/protocol/recepcao/types.ts';
import { storeOf } from './disk.ts';
import { OLD } from './person.ts';
import { type Machine, met, type Wanted, type World, wallClock } from './world.ts';

const KINDS = [
  'deliver',
  'deliver',
  'deliver',
  'deliver',
  'alter',
  'homologate',
  'delete',
] as const;

/** The person queues a delivery, an alteration or a deletion; at times one that comes after the one before it. */
export const putOnQueue = async (world: World, machine: Machine, serial: string): Promise<void> => {
  const kind = world.random.pick(KINDS);
  const before = world.random.chance(0.3) ? world.wanted.at(-1) : undefined;
  const isSent = kind === 'deliver' || kind === 'alter';
  const after = before && isSent ? earlierOf(world, before) : undefined;
  const files = isSent ? await makeFiles(world, machine, serial) : [];
  const bodyWith = (anexos: string[], anterior: string | number): JsonObject => ({
    ...{ numero: serial, objeto: 'obra', anexos },
    ...(after?.fills && { anterior }),
  });
  const payload = bodyWith(
    files.map(({ localId }) => localId),
    0,
  );
  const errand = errandTo(world, kind, payload);
  const queued = await enqueue(
    {
      ...{ ambiente: 'simulado', representacao: 21, protocol: RECEPCAO, owner: machine.owner },
      frozen: {
        ...{ draftId: serial, spc: 'LIC', slp: 'REG', mes: 2, ano: 2019, layoutSha256: '' },
        ...{ errand, payload, files },
        ...(after && { after: [after] }),
      },
      progress: { uploads: {} },
    },
    { store: storeOf(machine.disk, () => world.now), clock: wallClock(world, machine) },
  );
  if (!queued.ok) throw new Error(queued.error);
  const contents = files.map(({ name }) => name);
  const wanted: Wanted = {
    ...{ entryId: queued.value.id, serial, kind },
    ...(after && before && { after: { serial: before.serial, until: after.until } }),
    content: world.court.contentOf(bodyWith(contents, before?.serial ?? 0)),
    ...{
      misstated: false,
      meddled: false,
      undone: false,
      split: false,
      mendings: 0,
      comesBackAt: 0,
    },
  };
  world.wanted.push(wanted);
  met(world, `queued: ${kind}${after ? ` after ${after.until}` : ''}`, serial);
};

/** What it waits for; where the one before is not a delivery of ours yet, its id goes into the payload. */
const earlierOf = (world: World, { entryId, kind }: Wanted): Earlier | undefined => {
  if (kind === 'delete') return undefined;
  const until =
    kind === 'homologate'
      ? 'homologated'
      : world.random.pick(['delivered', 'homologated'] as const);
  return { entryId, until, fills: '/anterior' };
};

const errandTo = (world: World, kind: Wanted['kind'], payload: JsonObject): RecepcaoErrand => {
  if (kind === 'deliver') return { kind };
  const there = kind === 'alter' ? { ...payload, objeto: OLD, anexos: [] } : payload;
  const { id, recibo } = world.court.seed(there);
  return { kind, courtId: id, recibo };
};

/** Files, if any, whose contents are their names. */
const makeFiles = async (
  { random }: World,
  { disk }: Machine,
  serial: string,
): Promise<FrozenFile[]> => {
  const files: FrozenFile[] = [];
  for (let n = random.pick([0, 1, 1, 2]); n > 0; n--) {
    const name = `${n} de ${serial}`;
    const content = new Blob([name]);
    const sha256 = await sha256Hex(content);
    disk.blobs.set(sha256, content);
    files.push({
      ...{ localId: `local-${serial}-${n}`, sha256, sentSha256: sha256, size: content.size },
      ...{ name, kind: 'p7s' },
    });
  }
  return files;
};
