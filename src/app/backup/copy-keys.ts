import { signal } from '@preact/signals';
import {
  type BackupKeys,
  bytesFrom,
  makeKeys,
  wrappedFromJson,
  wrappedToJson,
} from '../../backup/keys.ts';
import { toBase64 } from '../../base/bytes.ts';
import { isJsonObject, type Json } from '../../base/json.ts';
import { ok, type Result } from '../../base/result.ts';
import type { StorageFault } from '../../store/database.ts';
import { stores } from '../stores.ts';
import { tellChanged } from '../tabs.ts';

const SETTING = 'backup';

/** What copies are made with; none until the person chose a passphrase. */
export const copyKeys = signal<BackupKeys | undefined>(undefined);

/** The shortest passphrase that is taken, in characters. */
export const SHORTEST_PASSPHRASE = 12;

export const loadCopyKeys = async (): Promise<void> => {
  const kept = await stores.settings.get(SETTING);
  copyKeys.value = kept === undefined ? undefined : fromJson(kept);
};

/** From now on copies open with this passphrase; older ones still open with the one they were made with. */
export const choosePassphrase = async (passphrase: string): Promise<Result<void, StorageFault>> =>
  keep(await makeKeys(passphrase));

/** Goes on with the keys of a copy that was restored, unless this browser has its own. */
export const adoptKeys = async (keys: BackupKeys): Promise<void> => {
  if (!copyKeys.value) await keep(keys);
};

const keep = async (keys: BackupKeys): Promise<Result<void, StorageFault>> => {
  const saved = await stores.settings.set(SETTING, {
    publicKey: toBase64(keys.publicKey),
    wrapped: wrappedToJson(keys.wrapped),
    writer: toBase64(keys.writer),
  });
  if (!saved.ok) return saved;
  copyKeys.value = keys;
  tellChanged('settings');
  return ok(undefined);
};

const fromJson = (json: Json): BackupKeys | undefined =>
  isJsonObject(json) && isJsonObject(json.wrapped)
    ? {
        publicKey: bytesFrom(json.publicKey),
        wrapped: wrappedFromJson(json.wrapped),
        writer: bytesFrom(json.writer),
      }
    : undefined;
