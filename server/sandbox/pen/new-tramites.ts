import { err, ok } from '../../../src/base/result.ts';
import type { PenBodyId, PenUnit } from './bodies.ts';
import type { Answer, Bus } from './bus.ts';
import { consistencyFault } from './consistency.ts';
import { documentedFault, own, type PenFault } from './fault.ts';
import type { SentMetadata } from './metadata.ts';
import {
  componentsOf,
  dateTime,
  hashesOf,
  isDelivered,
  isUnderWay,
  SITUACAO,
  type Tramite,
  without,
} from './tramite.ts';
import { destinationsOf, refOf, senderOf } from './units.ts';

/** Tickets are told from IDTs at a glance. */
const TICKET_BASE = 500_000;

const underWayFault = ({ nre }: Tramite): PenFault =>
  documentedFault('0044', `NRE, '${nre}', já possui trâmite em andamento para este destinatário.`);

const newNre = (idt: number, now: number): string =>
  String(idt).padStart(12, '0') + new Date(now).getUTCFullYear();

/** The hashes of trâmites of one NRE that were delivered. */
const deliveredIn = (earlier: Tramite[]): string[] =>
  earlier.filter(isDelivered).flatMap(({ metadata }) => hashesOf(componentsOf(metadata)));

/** What the sender is asked for: what nobody delivered under this NRE yet, for the platform has the rest (pen.md E.6 a). */
const hashesToUpload = (metadata: SentMetadata, earlier: Tramite[]): string[] =>
  without(hashesOf(componentsOf(metadata)), deliveredIn(earlier));

/**
 * What the receiver has to fetch: what it lacks. With `enviarApenasComponentesDigitaisPendentes: false` it is everything, as
 * version 2 said it (`obrigarEnvioDeTodosOsComponentesDigitais`; pen.md E.6 b).
 */
const hashesToFetch = (metadata: SentMetadata, receiver: PenBodyId, earlier: Tramite[]) => {
  const all = hashesOf(componentsOf(metadata));
  const { enviarApenasComponentesDigitaisPendentes: onlyPending } = metadata.cabecalho;
  const its = earlier.filter((each) => [each.sender, each.receiver].includes(receiver));
  return onlyPending === false ? all : without(all, deliveredIn(its));
};

const protocoloOf = ({ processo, documento }: SentMetadata): string =>
  (processo ?? documento).protocolo;

/** The trâmites of the NRE so far, or why the body may not send under it now. */
const earlierOf = async (
  { tramites }: Bus,
  body: PenBodyId,
  metadata: SentMetadata,
): Answer<Tramite[]> => {
  const protocolo = protocoloOf(metadata);
  const sent = (await tramites.ofBody(body)).filter(({ sender }) => sender === body);
  const nre = metadata.cabecalho.NRE;
  const earlier = typeof nre === 'string' && nre !== '' ? await tramites.byNre(nre) : [];
  if (nre && !earlier.some(({ sender, receiver }) => sender === body || receiver === body)) {
    return err(own('not-found', `O NRE ${nre} não foi encontrado.`));
  }
  const same = sent.filter((tramite) => tramite.protocolo === protocolo);
  const running = [...same, ...earlier].find(isUnderWay);
  if (running) return err(underWayFault(running));
  const inconsistent = consistencyFault(earlier, metadata);
  return inconsistent ? err(inconsistent) : ok(earlier);
};

interface Sending {
  body: PenBodyId;
  remetente: PenUnit;
  metadata: SentMetadata;
  earlier: Tramite[];
  /** Epoch ms. */
  now: number;
  ticket: number;
}

const newTramite = (
  { body, remetente, metadata, earlier, now, ticket }: Sending,
  idt: number,
  destinatario: PenUnit,
): Tramite => {
  const dataHora = dateTime(now);
  return {
    idt,
    nre: earlier[0]?.nre ?? newNre(idt, now),
    ticket,
    protocolo: protocoloOf(metadata),
    sender: body,
    receiver: destinatario.body,
    remetente: refOf(remetente),
    destinatario: refOf(destinatario),
    situacao: SITUACAO.iniciado,
    changes: [{ situacao: SITUACAO.iniciado, dataHora }],
    metadata,
    asked: hashesToUpload(metadata, earlier),
    arrived: [],
    arrivedAt: dataHora,
    toFetch: hashesToFetch(metadata, destinatario.body, earlier),
    fetched: [],
  };
};

/** Registers a trâmite for each destination; all of them share one ticket. */
export const registerTramites = async (
  bus: Bus,
  body: PenBodyId,
  metadata: SentMetadata,
): Answer<Tramite[]> => {
  const remetente = senderOf(metadata, body);
  if (!remetente.ok) return remetente;
  const destinations = destinationsOf(metadata);
  if (!destinations.ok) return destinations;
  const earlier = await earlierOf(bus, body, metadata);
  if (!earlier.ok) return earlier;

  const first = await bus.tramites.nextIdt();
  const sending: Sending = {
    ...{ body, remetente: remetente.value, metadata, earlier: earlier.value },
    now: bus.clock.now(),
    ticket: TICKET_BASE + first,
  };
  const registered = destinations.value.map((unit, index) =>
    newTramite(sending, first + index, unit),
  );
  for (const tramite of registered) {
    await bus.tramites.save(tramite);
    // Nothing to wait for where the platform has everything.
    if (tramite.asked.length === 0) await bus.move(tramite, SITUACAO.componentesEnviados);
  }
  return ok(registered);
};
