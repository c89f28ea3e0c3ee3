import { effect } from '@preact/signals';
import { loadSettings } from '../pen/settings.ts';
import { keepTables } from '../pen/tables.ts';
import { bodyInUse, recallBody } from './body.ts';

let opening: Promise<void> | undefined;

/** Reads what the screens of processes need to know first: for which body, by which tables and settings. */
export const openProcesses = (): Promise<void> => {
  opening ??= (async () => {
    await recallBody();
    await Promise.all([keepTables(), loadSettings()]);
    effect(() => {
      void bodyInUse.value;
      void loadSettings();
    });
  })();
  return opening;
};
