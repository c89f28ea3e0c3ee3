import { type Standing, standingOf } from '../../src/protocol/recepcao/standing.ts';
import type { RecepcaoEntry } from '../../src/protocol/recepcao/types.ts';
import {
  breach,
  courtIdOf,
  isFinal,
  type Machine,
  met,
  type Wanted,
  type World,
  wantedOf,
} from './world.ts';

/** Holds what every screen says of every entry against the court, after each move of anybody. */
export const checkWords = (world: World): void => {
  for (const machine of world.machines) {
    if (machine.gone) continue;
    for (const entry of machine.disk.entries.values()) {
      const wanted = wantedOf(world, entry.id);
      if (wanted && !isExcused(wanted)) checkEntry(world, machine, entry, wanted);
    }
  }
};

// What an older state of the court undid was true when it was read; what a person misstated she answers for;
// of a copy that goes on elsewhere unknown to this one, only what this one does itself can be true.
const isExcused = ({ meddled, misstated, split }: Wanted): boolean => meddled || misstated || split;

/** Entries that ended without a deed, of which it was told once how it stood then: true of that moment, as the word says. */
const told = new WeakSet<RecepcaoEntry>();

const checkEntry = (
  world: World,
  { owner }: Machine,
  entry: RecepcaoEntry,
  wanted: Wanted,
): void => {
  const standing = standingOf(entry);
  const hasNoDeed =
    standing === 'nothing-there' || (standing === 'there' && !entry.progress.delivery);
  if (hasNoDeed && isFinal(entry)) {
    if (told.has(entry)) return;
    told.add(entry);
  }
  if (!isTrue(world, standing, entry, wanted)) {
    breach(
      world,
      'untrue',
      `${owner.name} says ${standing} of ${wanted.serial} (${entry.state.kind})`,
    );
    wanted.meddled = true;
  }
};

const isTrue = (
  { court, onItsWay }: World,
  standing: Standing,
  entry: RecepcaoEntry,
  { serial, content }: Wanted,
): boolean => {
  const there = court.deliveries().filter((one) => one.serial === serial);
  switch (standing) {
    case 'nothing-there':
      return there.length === 0 && !onItsWay.some(({ asked }) => isPostOf(asked, serial));
    case 'there':
      return there.some((one) => one.id === courtIdOf(entry));
    case 'homologated':
      return court.deeds.some(
        (deed) => deed.what === 'homologate' && deed.serial === serial && deed.content === content,
      );
    case 'gone':
      return there.length === 0;
    default:
      return true;
  }
};

const isPostOf = (
  { method, path, body }: { method: string; path: string; body: string },
  serial: string,
) => method === 'POST' && path.endsWith('/2019') && body.includes(`"numero":"${serial}"`);

/** How often each word was said in the end. */
export const countWords = (world: World): void => {
  const last = world.machines.at(-1);
  for (const entry of last?.disk.entries.values() ?? []) met(world, `end: ${standingOf(entry)}`);
};
