import { err, ok, type Result } from '../../base/result.ts';
import { LONGEST } from '../../process/limits.ts';
import { masked } from '../../process/nup.ts';
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

/** Begins a process under the number a person gave it; gives its id. */
export const createProcess = async (
  number: string,
  tipo: string,
): Promise<Result<string, CreateFault>> => {
  const protocolo = masked(number);
  const [here, body] = [bodyHere(), bodyInUse.value];
  if (!here || !body) return err('no-body');
  if (protocolo === '') return err('no-number');
  if (protocolo.length > LONGEST.protocolo) return err('number-too-long');
  const known = await penStores.processes.named(here, 'protocolo', protocolo);
  if (known.length > 0) return err('number-taken');
  const beginning = { produtor: producerOf(body, office.value?.nome), now: clock.now() };
  const saved = await penStores.processes.save(newProcess(here, protocolo, tipo, beginning));
  if (saved.ok) return ok(saved.value.id);
  return err(saved.error === 'stale-revision' ? 'number-taken' : saved.error);
};
