import { concat, utf8 } from '../../src/base/bytes.ts';
import { err, ok } from '../../src/base/result.ts';
import type { Availability, OutboxDeps } from '../../src/outbox/ports.ts';
import type { Need } from '../../src/outbox/types.ts';
import { agreedMeans } from '../../src/protocol/recepcao/agreement.ts';
import { missingEarlier } from '../../src/protocol/recepcao/earlier.ts';
import { earlierOf } from '../../src/protocol/recepcao/errand.ts';
import { heldContents } from '../../src/protocol/recepcao/held-contents.ts';
import { recepcaoProtocol } from '../../src/protocol/recepcao/protocol.ts';
import type { PdfSigner, Session } from '../../src/protocol/recepcao/session.ts';
import { isUsable } from '../../src/protocol/recepcao/token.ts';
import type {
  RecepcaoEntry,
  RecepcaoFrozen,
  RecepcaoProgress,
} from '../../src/protocol/recepcao/types.ts';
import { write } from './disk.ts';
import { networkOf, probe } from './network.ts';
import { checkKey, checkWrite } from './rules.ts';
import { type Machine, met, type Tab, type World, wallClock } from './world.ts';

const NEVER = new AbortController().signal;

export type Deps = OutboxDeps<RecepcaoFrozen, RecepcaoProgress>;
type Pause = (where: string, wakeAt?: number) => Promise<void>;

/** Everything the outbox touches, each touch a place where the program may end, right before it and right after. */
export const portsOf = (world: World, tab: Tab, entryId: string, pause: Pause): Deps => {
  const { machine } = tab;
  const touch = async <T>(what: string, act: () => T | Promise<T>): Promise<T> => {
    await pause(`${what}:before`);
    const result = await act();
    await pause(`${what}:after`);
    return result;
  };
  const isFull = () => {
    const full = world.random.chance(world.weather.full);
    if (full) met(world, 'disk full');
    return full;
  };
  const clock = wallClock(world, machine);
  const contents = heldContents({
    get: (sha256) =>
      touch('blob read', () => {
        if (!world.random.chance(world.weather.unread)) return machine.disk.blobs.get(sha256);
        met(world, 'disk read threw');
        throw new Error('disk');
      }),
  });
  const signer = (): PdfSigner | undefined => {
    const { key } = tab;
    if (key === undefined) return undefined;
    const signPdf: PdfSigner['signPdf'] = (pdf) =>
      touch('signing', () => {
        checkKey(world, tab, entryId, key);
        return ok(concat(pdf, utf8(' assinado')));
      });
    return { ...signerWith(key), signPdf };
  };
  const session: Session = {
    token: () => (tab.token && isUsable(tab.token, clock.now()) ? tab.token : undefined),
    tokenRefused: (token) => {
      if (tab.token === token) tab.token = undefined;
    },
    signer,
  };
  const isUnlocked = (): boolean => {
    const entry = machine.disk.entries.get(entryId);
    return entry !== undefined && tab.key !== undefined && agreedMeans(entry) === tab.key;
  };
  const isAtHand = (need: Need): boolean => {
    if (need === 'network') return tab.heard !== undefined;
    if (need === 'unlock') return isUnlocked();
    return need === 'token' && session.token() !== undefined;
  };
  const ensure = (need: Exclude<Need, 'consent'>): Promise<Availability> =>
    touch(`ensure ${need}`, () => {
      tab.askedToWait.delete(entryId);
      switch (need) {
        case 'network':
          return probe(world, tab);
        case 'token':
          return session.token() ? { kind: 'at-hand' } : login(world, tab);
        case 'unlock':
          return { kind: isUnlocked() ? 'at-hand' : 'absent' };
        case 'earlier': {
          const entry = machine.disk.entries.get(entryId);
          return { kind: entry && lacksEarlier(machine, entry) ? 'absent' : 'at-hand' };
        }
      }
    });
  return {
    clock,
    courtClock: {
      now: () => (tab.heard ? tab.heard.courtAt + world.now - tab.heard.at : clock.now()),
    },
    random: world.random.next,
    ensure,
    // A person waits for the end of a step, or what was known of the court has grown old, now and then.
    mayFollow: (needs) => world.random.chance(0.5) && needs.every(isAtHand),
    store: {
      load: (id) => touch('load', () => machine.disk.entries.get(id)),
      save: (entry, rows) =>
        touch('save', () => {
          if (isFull()) return err('storage-full');
          const before = machine.disk.entries.get(entry.id);
          const written = write(machine.disk, entry, rows, world.now, contents.unkept());
          if (written.ok) contents.kept();
          for (const row of rows) {
            if (written.ok && before) checkWrite(world, tab, before, entry, row);
            const told = written.ok ? `row: ${row.event} → ${row.state}` : written.error;
            met(world, told, row.step ?? '');
          }
          return written;
        }),
    },
    wait: (ms) => pause('wait', world.now + ms),
    signal: NEVER,
    protocol: recepcaoProtocol({
      connection: {
        http: networkOf(world, tab, entryId, pause),
        host: '',
        origin: 'http://127.0.0.1',
      },
      session,
      blobs: contents.blobs,
      clock,
      others: {
        heldByOthers: () => touch('others', () => heldByOthers(tab, entryId)),
        earlier: (entry) => touch('others', () => earlierEntries(machine, entry)),
      },
    }),
  };
};

const earlierEntries = ({ disk }: Machine, { frozen }: RecepcaoEntry): RecepcaoEntry[] =>
  earlierOf(frozen).flatMap(({ entryId }) => disk.entries.get(entryId) ?? []);

/** Whether an entry still has to wait for an earlier one. */
export const lacksEarlier = (machine: Machine, entry: RecepcaoEntry): boolean =>
  missingEarlier(entry.frozen, earlierEntries(machine, entry), new Map()).length > 0;

const heldByOthers = ({ machine }: Tab, entryId: string): Set<number> => {
  const others = [...machine.disk.entries.values()].filter(({ id }) => id !== entryId);
  return new Set(others.flatMap(({ progress }) => progress.delivery?.id ?? []));
};

const signerWith = (fingerprint: string): Omit<PdfSigner, 'signPdf'> => ({
  summary: {
    ...{ holder: { name: 'MARIA', cpf: '12345678909' }, issuer: 'AC' },
    ...{ notBefore: 0, notAfter: 4e12, fingerprint },
  },
  means: 'key',
});

/** Passaporte's token: good until 23:59 of that day in São Paulo (UTC-3), whatever the machine's clock says. */
const login = (world: World, tab: Tab): Availability => {
  if (world.random.chance(world.weather.fault)) {
    met(world, 'login failed');
    return { kind: 'pause', reason: 'no-network' };
  }
  const ends = endOfDay(world.now);
  tab.token = {
    ...{ value: String(ends), representacao: 21, cpf: '1' },
    ...{ expiresAt: ends + tab.machine.ahead, skewMs: -tab.machine.ahead },
  };
  met(world, 'login');
  return isUsable(tab.token, world.now + tab.machine.ahead)
    ? { kind: 'at-hand' }
    : { kind: 'absent' };
};

const DAY_MS = 86_400_000;
/** 23:59 in São Paulo as UTC time of day. */
const END_MS = (2 * 60 + 59) * 60_000;

const endOfDay = (at: number): number => {
  const today = at - (at % DAY_MS) + END_MS;
  return today > at ? today : today + DAY_MS;
};

/** Whether the court takes a token at that time. */
export const isGoodAt = (token: string, at: number): boolean => at < Number(token);
