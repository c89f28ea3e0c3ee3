import { Hono } from 'hono';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../../src/base/json.ts';
import type { Behaviour } from '../pen/bodies.ts';
import { isUnitRef } from '../pen/metadata.ts';
import type { Peer, PeerSending } from '../pen/peer.ts';
import type { Tramite } from '../pen/tramite.ts';
import { badRequest } from './bad-request.ts';

/** What the door reaches of the Barramento. */
export interface PenDoorParts {
  peer: Peer;
  /** Every trâmite, the oldest first. */
  tramites(): Promise<Tramite[]>;
}

const readBehaviour = ({ kind, motivo, justificativa }: JsonObject): Behaviour | undefined => {
  if (kind === 'accept' || kind === 'return' || kind === 'silent') return { kind };
  return kind === 'refuse' && typeof motivo === 'string'
    ? {
        kind,
        motivo,
        justificativa: String(justificativa ?? 'Recusa pedida pela porta de testes.'),
      }
    : undefined;
};

const behaviourIn = (json: Json | undefined): Behaviour | undefined =>
  isJsonObject(json) && isJsonObject(json.behaviour) ? readBehaviour(json.behaviour) : undefined;

const readSending = (json: Json | undefined): PeerSending | undefined => {
  if (!isJsonObject(json)) return undefined;
  const { remetente, destinatario, kind = 'processo', protocolo, contents } = json;
  if (!isUnitRef(remetente) || !isUnitRef(destinatario)) return undefined;
  if (kind !== 'processo' && kind !== 'documento') return undefined;
  if (typeof protocolo !== 'string' || !Array.isArray(contents)) return undefined;
  return { remetente, destinatario, kind, protocolo, contents: contents.map(String) };
};

/** The door's part on the Barramento: `/pen/**` below it. */
export const createPenDoor = ({ peer, tramites }: PenDoorParts): Hono => {
  const app = new Hono().basePath('/pen');

  app.get('/tramites', async (c) =>
    c.json(
      (await tramites()).map(({ idt, nre, protocolo, sender, receiver, situacao }) => ({
        ...{ IDT: idt, NRE: nre, protocolo, sender, receiver, situacao },
      })),
    ),
  );

  app.put('/units', async (c) => {
    const json = parseJson(await c.req.text());
    const behaviour = behaviourIn(json);
    if (!behaviour || !isJsonObject(json) || !isUnitRef(json.unit)) return badRequest();
    peer.behave(json.unit, behaviour);
    return c.body(null, 204);
  });
  app.delete('/units', (c) => {
    peer.forget();
    return c.body(null, 204);
  });

  app.post('/deal', async (c) => {
    const json = parseJson(await c.req.text());
    const behaviour = behaviourIn(json);
    if (!behaviour || !isJsonObject(json) || typeof json.IDT !== 'number') return badRequest();
    await peer.deal(json.IDT, behaviour);
    return c.body(null, 204);
  });

  app.post('/send', async (c) => {
    const sending = readSending(parseJson(await c.req.text()));
    return sending ? c.json(await peer.send(sending)) : badRequest();
  });

  return app;
};
