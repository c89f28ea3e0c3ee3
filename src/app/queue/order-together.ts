import { takeIn } from '../../outbox/commit.ts';
import type { PersonEvent } from '../../outbox/events.ts';
import { command, wordOf } from '../../outbox/runner.ts';
import { clock, stores } from '../stores.ts';
import { queueStore, saveTogether } from './queue-records.ts';

/** Entries of one writing: so few that the page is not held up while they are taken apart. */
const AT_ONCE = 20;

/** Does what the person asks of many entries, several in one writing; gives the ids of those that it could not be done of. */
export const orderTogether = async (
  ids: readonly string[],
  event: PersonEvent,
): Promise<string[]> => {
  const failed: string[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    failed.push(...(await orderSome(ids.slice(from, from + AT_ONCE), event)));
  }
  return failed;
};

const orderSome = async (ids: readonly string[], event: PersonEvent): Promise<string[]> => {
  const taken = await Promise.all(
    ids.map(async (id) => {
      const entry = await stores.entries.load(id);
      return entry && takeIn({ entry, rows: [] }, wordOf(event), clock);
    }),
  );
  const writings = taken.flatMap((one) => (one?.ok ? [one.value] : []));
  const written = await saveTogether(writings);
  if (written.ok) return ids.filter((_, at) => !taken[at]?.ok);
  // One that was written meanwhile, or has no room, keeps nobody from the others.
  const each = await Promise.all(ids.map((id) => command(id, event, { store: queueStore, clock })));
  return ids.filter((_, at) => !each[at]?.ok);
};
