import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from '../../base/clock.ts';
import { lanesOf } from './lanes.ts';

const HOUR = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Entries with so many moves to make, each ended by hand. */
const office = (moves: Record<string, number>, width = 3) => {
  const left = new Map(Object.entries(moves));
  const from = new Map<string, number>();
  const underWay = new Map<string, (moved: boolean) => void>();
  const goesOn = new Map<string, () => boolean>();
  const begun: string[] = [];
  let looks = 0;
  function* due() {
    looks++;
    for (const [id, count] of left) if (count > 0) yield { id, at: from.get(id) ?? 0 };
  }
  const move = (id: string, mayGoOn: () => boolean) => {
    begun.push(id);
    goesOn.set(id, mayGoOn);
    return new Promise<boolean>((resolve) => {
      underWay.set(id, resolve);
    });
  };
  const lanes = lanesOf({ due, move, width: () => width, clock: systemClock });
  const end = async (id: string, moved = true) => {
    if (moved) left.set(id, (left.get(id) ?? 0) - 1);
    const resolve = underWay.get(id);
    underWay.delete(id);
    resolve?.(moved);
    await vi.advanceTimersByTimeAsync(0);
  };
  return {
    lanes,
    left,
    from,
    begun,
    end,
    looks: () => looks,
    goesOn: (id: string) => goesOn.get(id)?.(),
    underWay: () => [...underWay.keys()],
  };
};

it('moves as many entries at a time as it may, the oldest first', async () => {
  const { lanes, begun, end, underWay } = office({ a: 1, b: 1, c: 1, d: 1 });
  lanes.open();
  expect(begun).toEqual(['a', 'b', 'c']);
  await end('b');
  expect(underWay()).toEqual(['a', 'c', 'd']);
});

it('makes the moves of one entry one after another, however often it looks', async () => {
  const { lanes, begun, end } = office({ a: 2 });
  lanes.open();
  lanes.look();
  lanes.lookAgain();
  expect(begun).toEqual(['a']);
  await end('a');
  expect(begun).toEqual(['a', 'a']);
});

it('leaves an entry alone for a while that came to nothing, and goes on with the others', async () => {
  const { lanes, begun, end } = office({ poisoned: 1, b: 1, c: 1 }, 1);
  lanes.open();
  await end('poisoned', false);
  await end('b');
  await end('c');
  expect(begun).toEqual(['poisoned', 'b', 'c']);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(begun).toEqual(['poisoned', 'b', 'c', 'poisoned']);
});

it('takes a move that throws for one that came to nothing', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const begun: string[] = [];
  const lanes = lanesOf({
    due: () => [{ id: 'a', at: 0 }],
    move: async (id) => {
      begun.push(id);
      throw new Error('no database');
    },
    width: () => 1,
    clock: systemClock,
  });
  lanes.open();
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).toHaveLength(1);
  expect(told).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(begun).toHaveLength(2);
});

it('tries at once what came to nothing when something changed', async () => {
  const { lanes, begun, end } = office({ a: 1 });
  lanes.open();
  await end('a', false);
  lanes.look();
  expect(begun).toEqual(['a']);
  lanes.lookAgain();
  expect(begun).toEqual(['a', 'a']);
});

it('gives the lane of an entry that hangs to another, and never starts the hanging one twice', async () => {
  const { lanes, begun, end } = office({ hangs: 1, b: 2 }, 1);
  lanes.open();
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(begun).toEqual(['hangs', 'b']);
  await end('b');
  expect(begun).toEqual(['hangs', 'b', 'b']);
});

it('looks when the time of an entry has come, and hardly ever before', async () => {
  const { lanes, begun, from, looks } = office({ a: 1 });
  from.set('a', Date.now() + 10 * 60_000);
  lanes.open();
  await vi.advanceTimersByTimeAsync(10 * 60_000 - 1);
  expect(begun).toEqual([]);
  expect(looks()).toBeLessThan(15);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun).toEqual(['a']);
});

it('begins nothing once it is closed, and tells when all under way has ended', async () => {
  const { lanes, begun, end } = office({ a: 2, b: 1 }, 1);
  lanes.open();
  let isClosed = false;
  void lanes.close().then(() => {
    isClosed = true;
  });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(isClosed).toBe(false);
  await end('a');
  expect(isClosed).toBe(true);
  expect(begun).toEqual(['a']);
  lanes.lookAgain();
  expect(begun).toEqual(['a']);
});

it('lets a move go on unless somebody wants the entry, or the lanes are closed', async () => {
  const { lanes, end, goesOn } = office({ a: 1, b: 2 });
  lanes.open();
  const done = lanes.still('a', async () => undefined);
  expect([goesOn('a'), goesOn('b')]).toEqual([false, true]);
  await end('a');
  await done;
  expect(goesOn('a')).toBe(false);
  void lanes.close();
  expect(goesOn('b')).toBe(false);
});

it('takes no move for one that hangs as long as it goes on', async () => {
  const { lanes, begun, goesOn } = office({ long: 1, b: 1 }, 1);
  lanes.open();
  for (let step = 0; step < 3; step++) {
    await vi.advanceTimersByTimeAsync(9 * 60_000);
    expect(goesOn('long')).toBe(true);
  }
  expect(begun).toEqual(['long']);
});

it('lets something be done with an entry between two of its moves', async () => {
  const { lanes, begun, end } = office({ a: 2 });
  lanes.open();
  const order: string[] = [];
  const done = lanes.still('a', async () => {
    order.push(`after ${begun.length}`);
  });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(order).toEqual([]);
  await end('a');
  await done;
  expect(order).toEqual(['after 1']);
  expect(begun).toEqual(['a', 'a']);
});
