import type { Process } from '../../process/types.ts';
import { penStores } from '../pen/stores.ts';
import { bodyHere } from './body.ts';
import { openProcess, type ProcessSession } from './process-session.ts';

/** Whose a process is, by the ids of the environment and of the body in it. */
export type Owner = Pick<Process, 'ambiente' | 'orgao'>;

export type FoundProcess =
  | { kind: 'open'; session: ProcessSession }
  /** Of a body that is not in use: it is judged by that body's settings and shown among its processes. */
  | { kind: 'others'; owner: Owner }
  | { kind: 'none' };

/** Opens a process of the body in use. */
export const findProcess = async (id: string): Promise<FoundProcess> => {
  const stored = await penStores.processes.load(id);
  if (!stored) return { kind: 'none' };
  const { ambiente, orgao } = stored;
  const here = bodyHere();
  if (here?.ambiente !== ambiente || here.orgao !== orgao) {
    return { kind: 'others', owner: { ambiente, orgao } };
  }
  const session = await openProcess(id);
  return session ? { kind: 'open', session } : { kind: 'none' };
};
