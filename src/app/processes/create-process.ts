import { err, ok, type Result } from '../../base/result.ts';
import type { StorageFault } from '../../store/database.ts';
import { office } from '../pen/office.ts';
import { penStores } from '../pen/stores.ts';
import { clock } from '../stores.ts';
import { bodyHere, bodyInUse } from './body.ts';
import { newProcess, producerOf } from './new-record.ts';

export type CreateFault =
  | StorageFault
  | 'no-body'
  | 'no-number'
  | 'number-too-long'
  | 'number-taken';

/** The platform's own limit on the number of a process (characters). */
export const MAX_NUMBER = 50;

/** Begins a process under the number a person gave it; gives its id. */
export const createProcess = async (
  number: string,
  tipo: string,
): Promise<Result<string, CreateFault>> => {
  const protocolo = number.trim();
  const [here, body] = [bodyHere(), bodyInUse.value];
  if (!here || !body) return err('no-body');
  if (protocolo === '') return err('no-number');
  if (protocolo.length > MAX_NUMBER) return err('number-too-long');
  const known = await penStores.processes.named(here, 'protocolo', protocolo);
  if (known.length > 0) return err('number-taken');
  const beginning = { produtor: producerOf(body, office.value?.nome), now: clock.now() };
  const saved = await penStores.processes.save(newProcess(here, protocolo, tipo, beginning));
  if (saved.ok) return ok(saved.value.id);
  return err(saved.error === 'stale-revision' ? 'number-taken' : saved.error);
};
