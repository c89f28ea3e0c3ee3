import { Hono } from 'hono';
import { isJsonObject, type JsonObject } from '../../../src/base/json.ts';
import { err, ok, type Result } from '../../../src/base/result.ts';
import { type PenBodyId, type PenUnit, unitOf } from './bodies.ts';
import { type Answer, type Bus, instant, type PenEnv } from './bus.ts';
import { consistencyFault } from './consistency.ts';
import {
  documentedFault,
  faultAnswer,
  fieldsFault,
  NOT_UNDERSTOOD,
  own,
  type PenFault,
} from './fault.ts';
import { metadataFaults, type SentMetadata, type UnitRef } from './metadata.ts';
import { readJsonBody } from './read-json.ts';
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

type Kind = 'processo' | 'documento';

/** Tickets are told from IDTs at a glance. */
const TICKET_BASE = 500_000;

/** The unit of a reference; 0055 where that repository has none of this number. */
export const unitFor = (ref: UnitRef): Result<PenUnit, PenFault> => {
  const numero = String(ref.numeroDeIdentificacaoDaEstrutura);
  const found = unitOf(ref.identificacaoDoRepositorioDeEstruturas, numero);
  return found
    ? ok(found)
    : err(
        documentedFault(
          '0055',
          `A unidade ${numero} não está vinculada ao repositório de estruturas ${ref.identificacaoDoRepositorioDeEstruturas}.`,
        ),
      );
};

const destinationsOf = ({ cabecalho }: SentMetadata): UnitRef[] =>
  Array.isArray(cabecalho.destinatarios)
    ? (cabecalho.destinatarios as UnitRef[])
    : [cabecalho.destinatario as UnitRef];

const refOf = ({ repositorio, numero }: PenUnit): UnitRef => ({
  identificacaoDoRepositorioDeEstruturas: repositorio,
  numeroDeIdentificacaoDaEstrutura: numero,
});

/** The hashes that a body got or gave in a trâmite of this NRE that was delivered. */
const heldBy = (body: PenBodyId, earlier: Tramite[]): string[] =>
  earlier
    .filter((tramite) => isDelivered(tramite) && [tramite.sender, tramite.receiver].includes(body))
    .flatMap(({ metadata }) => hashesOf(componentsOf(metadata)));

/**
 * What has to travel: what the receiver lacks. With `enviarApenasComponentesDigitaisPendentes: false` it is everything,
 * as version 2 said it (`obrigarEnvioDeTodosOsComponentesDigitais`).
 */
const hashesToTravel = (metadata: SentMetadata, receiver: PenBodyId, earlier: Tramite[]) => {
  const all = hashesOf(componentsOf(metadata));
  const { enviarApenasComponentesDigitaisPendentes: onlyPending } = metadata.cabecalho;
  return onlyPending === false ? all : without(all, heldBy(receiver, earlier));
};

const ALREADY_UNDER_WAY = '0044';

const underWayFault = (running: Tramite): PenFault =>
  documentedFault(
    ALREADY_UNDER_WAY,
    `NRE, '${running.nre}', já possui trâmite em andamento para este destinatário.`,
  );

/** The trâmites of the NRE, or why the body may not send under it. */
const earlierOf = async (
  { tramites }: Bus,
  body: PenBodyId,
  { cabecalho }: SentMetadata,
  protocolo: string,
): Answer<Tramite[]> => {
  const nre = cabecalho.NRE;
  const own_ = (await tramites.ofBody(body)).filter((each) => each.sender === body);
  const running = own_.find((each) => each.protocolo === protocolo && isUnderWay(each));
  if (running) return err(underWayFault(running));
  if (typeof nre !== 'string' || nre === '') return ok([]);
  const earlier = await tramites.byNre(nre);
  if (!earlier.some(({ sender, receiver }) => sender === body || receiver === body)) {
    return err(own('not-found', `O NRE ${nre} não foi encontrado.`));
  }
  const other = earlier.find(isUnderWay);
  return other ? err(underWayFault(other)) : ok(earlier);
};

const newNre = (idt: number, now: number): string =>
  String(idt).padStart(12, '0') + new Date(now).getUTCFullYear();

const senderFault = (unit: PenUnit, body: PenBodyId): PenFault | undefined =>
  unit.body === body
    ? undefined
    : own('not-yours', 'A unidade remetente não pertence ao órgão deste certificado.');

const receiverFault = (unit: PenUnit): PenFault | undefined =>
  unit.naoRecebe
    ? own('not-in-this-state', `A unidade ${unit.nome} não está apta a receber trâmites.`)
    : undefined;

/** Registers a trâmite for each destination; all of them share one ticket. */
const register = async (
  bus: Bus,
  body: PenBodyId,
  kind: Kind,
  metadata: SentMetadata,
): Answer<Tramite[]> => {
  const { protocolo } = metadata.processo ?? metadata.documento;
  const remetente = unitFor(metadata.cabecalho.remetente);
  if (!remetente.ok) return remetente;
  const notTheirs = senderFault(remetente.value, body);
  if (notTheirs) return err(notTheirs);
  const earlier = await earlierOf(bus, body, metadata, protocolo);
  if (!earlier.ok) return earlier;
  const inconsistent = kind === 'processo' && consistencyFault(earlier.value, metadata);
  if (inconsistent) return err(inconsistent);

  const first = await bus.tramites.nextIdt();
  const now = bus.clock.now();
  const registered: Tramite[] = [];
  for (const [index, ref] of destinationsOf(metadata).entries()) {
    const destination = unitFor(ref);
    if (!destination.ok) return destination;
    const notApt = receiverFault(destination.value);
    if (notApt) return err(notApt);
    const idt = first + index;
    const receiver = destination.value.body;
    const asked = hashesToTravel(metadata, receiver, earlier.value);
    registered.push({
      idt,
      nre: earlier.value[0]?.nre ?? newNre(idt, now),
      ticket: TICKET_BASE + first,
      protocolo,
      sender: body,
      receiver,
      remetente: refOf(remetente.value),
      destinatario: refOf(destination.value),
      situacao: SITUACAO.iniciado,
      changes: [{ situacao: SITUACAO.iniciado, dataHora: dateTime(now) }],
      metadata,
      asked,
      arrived: [],
      arrivedAt: instant(bus),
      toFetch: asked,
      fetched: [],
    });
  }
  for (const tramite of registered) {
    await bus.tramites.save(tramite);
    // Nothing to wait for where everything is known over there.
    if (tramite.asked.length === 0) await bus.move(tramite, SITUACAO.componentesEnviados);
  }
  return ok(registered);
};

const readMetadata = (kind: Kind, json: JsonObject): Result<SentMetadata, PenFault> => {
  const faults = metadataFaults(kind, json);
  return faults.length > 0 ? err(fieldsFault(faults)) : ok(json as SentMetadata);
};

const ticketOf = ({ ticket, changes }: Tramite): object => ({
  ticketParaEnvioDeComponentesDigitais: ticket,
  dataHoraDeRegistroDoTramite: changes[0]?.dataHora,
});

const processoAnswer = (tramite: Tramite): object => ({
  IDT: tramite.idt,
  NRE: tramite.nre,
  ...ticketOf(tramite),
  processosComComponentesDigitaisSolicitados: [
    { protocolo: tramite.protocolo, hashes: tramite.asked },
  ],
});

const documentoAnswer = (first: Tramite, all: Tramite[]): object => ({
  tramites: all.map(({ idt, nre, destinatario }) => ({ IDT: idt, NRE: nre, destinatario })),
  ...ticketOf(first),
});

/** Registering trâmites (pen.md A.2 9, 10). */
export const createRegister = (bus: Bus): Hono<PenEnv> => {
  const app = new Hono<PenEnv>();
  for (const kind of ['processo', 'documento'] as const) {
    app.post(`/tramites/${kind}`, async (c) => {
      const json = await readJsonBody(c.req.raw);
      if (!isJsonObject(json)) return faultAnswer(NOT_UNDERSTOOD);
      const metadata = readMetadata(kind, json);
      if (!metadata.ok) return faultAnswer(metadata.error);
      const registered = await bus.inTurn(() => register(bus, c.get('body'), kind, metadata.value));
      if (!registered.ok) return faultAnswer(registered.error);
      const [first] = registered.value;
      if (!first) return faultAnswer(NOT_UNDERSTOOD);
      return c.json(
        kind === 'processo' ? processoAnswer(first) : documentoAnswer(first, registered.value),
      );
    });
  }
  return app;
};
