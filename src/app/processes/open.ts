import { effect } from '@preact/signals';
import { office } from '../pen/office.ts';
import { loadSettings } from '../pen/settings.ts';
import { keepTables } from '../pen/tables.ts';
import { bodyInUse, chooseBody, recallBody } from './body.ts';

let opening: Promise<void> | undefined;

/** Reads what the screens of processes need to know first: for which body, by which tables and settings. */
export const openProcesses = (): Promise<void> => {
  opening ??= (async () => {
    await recallBody();
    await Promise.all([keepTables(), loadSettings()]);
    // Who leaves the office, or whose time in it is over, goes on preparing for the same body.
    effect(() => {
      if (office.value) void chooseBody(office.value.orgao);
    });
    effect(() => {
      void bodyInUse.value;
      void loadSettings();
    });
  })();
  return opening;
};
