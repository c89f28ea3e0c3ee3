import { type Context, Hono } from 'hono';
import { isJsonObject } from '../../../src/base/json.ts';
import { err } from '../../../src/base/result.ts';
import type { Answer, Bus, PenEnv } from './bus.ts';
import { faultAnswer, fieldsFault, NOT_UNDERSTOOD } from './fault.ts';
import { metadataFaults, type SentMetadata } from './metadata.ts';
import { registerTramites } from './new-tramites.ts';
import { readJsonBody } from './read-json.ts';
import { askedUnder, type Tramite } from './tramite.ts';

const ticketOf = ({ ticket, changes }: Tramite): object => ({
  ticketParaEnvioDeComponentesDigitais: ticket,
  dataHoraDeRegistroDoTramite: changes[0]?.dataHora,
});

const processoAnswer = (tramite: Tramite): object => ({
  IDT: tramite.idt,
  NRE: tramite.nre,
  ...ticketOf(tramite),
  processosComComponentesDigitaisSolicitados: numbersOf(tramite).map((protocolo) => ({
    protocolo,
    hashes: tramite.asked.filter((hash) => askedUnder(tramite, hash) === protocolo),
  })),
});

/** That of the process, and those of attached ones of which something is asked. */
const numbersOf = (tramite: Tramite): string[] => [
  ...new Set([tramite.protocolo, ...tramite.asked.map((hash) => askedUnder(tramite, hash))]),
];

const documentoAnswer = (first: Tramite, all: Tramite[]): object => ({
  tramites: all.map(({ idt, nre, destinatario }) => ({ IDT: idt, NRE: nre, destinatario })),
  ...ticketOf(first),
});

/** Registering trâmites (pen.md A.2 9, 10). */
export const createRegister = (bus: Bus): Hono<PenEnv> => {
  const app = new Hono<PenEnv>();

  const register = async (
    c: Context<PenEnv>,
    kind: 'processo' | 'documento',
  ): Answer<Tramite[]> => {
    const json = await readJsonBody(c.req.raw);
    if (!isJsonObject(json)) return err(NOT_UNDERSTOOD);
    const faults = metadataFaults(kind, json);
    return faults.length > 0
      ? err(fieldsFault(faults))
      : bus.inTurn(() => registerTramites(bus, c.get('body'), json as SentMetadata));
  };

  for (const [kind, answerOf] of [
    ['processo', processoAnswer],
    ['documento', documentoAnswer],
  ] as const) {
    app.post(`/tramites/${kind}`, async (c) => {
      const registered = await register(c, kind);
      if (!registered.ok) return faultAnswer(registered.error);
      const [first] = registered.value;
      return first ? c.json(answerOf(first, registered.value)) : faultAnswer(NOT_UNDERSTOOD);
    });
  }
  return app;
};
