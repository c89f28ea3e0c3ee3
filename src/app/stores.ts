import { systemClock } from '../base/clock.ts';
import { certificateStore } from '../store/certificates.ts';
import { courtDeliveryStore } from '../store/court-deliveries.ts';
import { openDatabase } from '../store/database.ts';
import { deliveryStore } from '../store/deliveries.ts';
import { draftLists } from '../store/draft-lists.ts';
import { draftStore } from '../store/drafts.ts';
import { entryStore } from '../store/entries.ts';
import { entryLists } from '../store/entry-lists.ts';
import { fileStore } from '../store/files.ts';
import { layoutStore } from '../store/layouts.ts';
import { settingStore } from '../store/settings.ts';
import { noteDeliveries } from './deliveries-written.ts';
import { noRoom, outdated, waitsForWindow } from './storage/condition.ts';

export const clock = systemClock;

/** The app's one database in this browser. */
export const database = openDatabase('estafeta', {
  onFull: (full) => {
    noRoom.value = full;
  },
  onBlocked: (blocked) => {
    waitsForWindow.value = blocked;
  },
  onOutdated: () => {
    outdated.value = true;
  },
});

export const stores = {
  drafts: draftStore(database),
  draftLists: draftLists(database),
  files: fileStore(database, clock),
  layouts: layoutStore(database),
  certificates: certificateStore(database),
  entries: entryStore(database),
  entryLists: entryLists(database),
  deliveries: deliveryStore(database),
  courtDeliveries: courtDeliveryStore(database, noteDeliveries),
  settings: settingStore(database),
};
