import { err, ok, type Result } from '../../base/result.ts';
import { isSituacao } from '../../base/situacao.ts';
import type { PenClient } from '../../protocol/pen/client.ts';
import type { TramiteStatus } from '../../protocol/pen/messages.ts';
import {
  afterCancelling,
  afterCiencia,
  afterStatus,
  type HeardStatus,
} from '../../receipt/pen/heard.ts';
import type { Tramite } from '../../receipt/pen/tramite.ts';
import type { StorageFault } from '../../store/database.ts';
import { clock } from '../stores.ts';
import { fetchReceipts } from './fetch-receipts.ts';
import {
  faultOf,
  inTime,
  isOutOfReach,
  officeHere,
  type PlatformFault,
  platform,
} from './platform.ts';
import { penStores } from './stores.ts';

export type FollowFault = PlatformFault | StorageFault | 'tramite-unknown';

type Followed = Promise<Result<Tramite, FollowFault>>;

/** Asks where a trâmite stands and writes it down; then fetches the receipts that are due to its sender. */
export const followTramite = async (id: string): Followed => {
  const heard = await askAbout(id);
  if (!heard.ok) return heard;
  const { pen, tramite } = heard.value;
  return tramite.direction === 'sent' ? fetchReceipts(pen, tramite) : ok(tramite);
};

/** Every trâmite of the body in the office that has not come to its end; one that cannot be followed keeps none back. */
export const followGoing = async (): Promise<void> => {
  const here = officeHere();
  if (!here) return;
  for (let after: Parameters<typeof penStores.tramites.page>[2]; ; ) {
    const { found, next } = await penStores.tramites.page(here, 'all/going', after);
    for (const { id } of found) {
      const followed = await followTramite(id);
      if (!followed.ok && isOutOfReach(followed.error)) return;
    }
    if (!next) return;
    after = next;
  }
};

/** Asks where a trâmite stands and writes it down; `pen`: the platform as its body asks it. */
const askAbout = async (
  id: string,
): Promise<Result<{ pen: PenClient; tramite: Tramite }, FollowFault>> => {
  const tramite = await penStores.tramites.load(id);
  if (!tramite) return err('tramite-unknown');
  const pen = platform(tramite);
  if (!pen) return err('not-entered');
  const heard = await askStatus(pen, tramite);
  return heard.ok ? ok({ pen, tramite: heard.value }) : heard;
};

const askStatus = async (pen: PenClient, tramite: Tramite): Followed => {
  const askedAt = clock.now();
  const answer = await pen.tramites({ IDT: tramite.idt }, inTime());
  if (!answer.ok) return err(faultOf(answer.error));
  const status = answer.value.value.find(({ IDT }) => IDT === tramite.idt);
  return status
    ? write(tramite, (known) => afterStatus(known, heardOf(status), askedAt))
    : ok(tramite);
};

const write = async (tramite: Tramite, change: (known: Tramite) => Tramite): Followed => {
  const written = await penStores.tramites.change(tramite.id, (known = tramite) => change(known));
  return written.ok ? ok(written.value ?? tramite) : written;
};

/** What a status of the wire says. */
export const heardOf = (status: TramiteStatus): HeardStatus => {
  const { situacaoAtual, mudancasDeSituacao, motivoDaRecusa, justificativaDaRecusa } = status;
  return {
    situacao: situacaoAtual,
    changes: mudancasDeSituacao.flatMap(({ situacao, dataHora }) => {
      const at = Date.parse(dataHora);
      return isSituacao(situacao) && !Number.isNaN(at) ? [{ situacao, at }] : [];
    }),
    ...(motivoDaRecusa !== undefined && {
      recusa: { motivo: motivoDaRecusa, justificativa: justificativaDaRecusa ?? '' },
    }),
  };
};

/** Why a trâmite cannot be cancelled (pen.md C.4). */
export type CancelFault =
  | FollowFault
  | 'already-receiving'
  | 'already-concluded'
  | 'already-refused';

/** Cancels what the other body has not answered yet; what the platform ended meanwhile is only written down. */
export const cancelTramite = async (id: string): Promise<Result<Tramite, CancelFault>> => {
  const heard = await askAbout(id);
  if (!heard.ok) return heard;
  const { pen, tramite } = heard.value;
  const { situacao } = tramite;
  if (situacao === 7 || situacao === 10) return ok(tramite);
  if (situacao === 5) return err('already-receiving');
  if (situacao === 6) return err('already-concluded');
  if (situacao === 8 || situacao === 9) return err('already-refused');
  const answer = await pen.cancel(tramite.idt, inTime());
  if (!answer.ok) return err(faultOf(answer.error));
  const written = await write(tramite, (known) => afterCancelling(known, clock.now()));
  return written.ok ? askStatus(pen, written.value) : written;
};

/** The person has read why it was refused: the trâmite ends (8 → 9), and the process is open again. */
export const acknowledgeRefusal = async (id: string): Followed => {
  const heard = await askAbout(id);
  if (!heard.ok) return heard;
  const { pen, tramite } = heard.value;
  if (tramite.situacao !== 8) return ok(tramite);
  const answer = await pen.ciencia(tramite.idt, inTime());
  if (!answer.ok) return err(faultOf(answer.error));
  const written = await write(tramite, (known) => afterCiencia(known, clock.now()));
  return written.ok ? askStatus(pen, written.value) : written;
};
