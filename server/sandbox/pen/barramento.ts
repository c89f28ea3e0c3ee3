import type { Client } from '@libsql/client';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { type Bytes, toHex } from '../../../src/base/bytes.ts';
import type { Clock } from '../../../src/base/clock.ts';
import { readCertificate } from '../../../src/signing/certificate/certificate.ts';
import { fromPem } from '../../../src/signing/certificate/pem.ts';
import type { PenHolderId, PenIdentity } from '../demo/pen-holders.ts';
import { ours } from '../tcmgo/messages.ts';
import type { PenDoorParts } from '../test-door/pen-door.ts';
import { PEN_BODY_IDS, type PenBodyId } from './bodies.ts';
import { type Bus, createBus, type PenEnv } from './bus.ts';
import { openContentStore } from './content-store.ts';
import { certificateUnknown, faultAnswer, NO_CERTIFICATE, own } from './fault.ts';
import { createFollow } from './follow.ts';
import { createOutcome } from './outcome.ts';
import { type AskAsBody, createPeer } from './peer.ts';
import { createPendencias } from './pendencias.ts';
import { createPenSigner } from './receipts.ts';
import { createReceive } from './receive.ts';
import { createRegister } from './register.ts';
import { createStructures } from './structures.ts';
import { createTables } from './tables.ts';
import { openTramiteStore } from './tramite-store.ts';
import { createUpload } from './upload.ts';

/** Where version 3 of the platform lies on its host. */
export const PEN_BASE = '/interoperabilidade/rest/v3';

type Identities = Record<PenHolderId, PenIdentity>;

interface BarramentoOptions {
  dataDir: string;
  database: Client;
  clock: Clock;
  identities: Identities;
}

/** A local Barramento (pen.md A). */
export interface Barramento {
  /** The client certificate (DER) is the one that the TLS layer saw. */
  answer(request: Request, clientCertificate?: Bytes): Promise<Response>;
  door: PenDoorParts;
}

/** Which body holds a certificate (DER); octets are compared, so no other certificate of the same name passes. */
const bodiesByCertificate = (identities: Identities): Map<string, PenBodyId> =>
  new Map(
    PEN_BODY_IDS.flatMap((id) =>
      fromPem(identities[id].certificate)
        .slice(0, 1)
        .map((der): [string, PenBodyId] => [toHex(der), id]),
    ),
  );

const knownByCertificate = (identities: Identities) => {
  const bodies = bodiesByCertificate(identities);
  return createMiddleware<PenEnv>(async (c, next) => {
    const { clientCertificate } = c.env;
    const body = clientCertificate && bodies.get(toHex(clientCertificate));
    if (!body) {
      const name = clientCertificate && readCertificate(clientCertificate)?.holder.name;
      return faultAnswer(name ? certificateUnknown(name) : NO_CERTIFICATE);
    }
    c.set('body', body);
    await next();
  });
};

const routes = (bus: Bus, identities: Identities): Hono<PenEnv> => {
  const app = new Hono<PenEnv>().basePath(PEN_BASE);
  app.use(knownByCertificate(identities));
  app.use(async (_, next) => {
    await bus.cancelStuck();
    await next();
  });
  app.route('/', createTables());
  app.route('/', createStructures());
  for (const part of [
    createRegister,
    createUpload,
    createFollow,
    createReceive,
    createOutcome,
    createPendencias,
  ]) {
    app.route('/', part(bus));
  }
  return app
    .notFound(() => faultAnswer(own('not-found', 'Endereço não encontrado.')))
    .onError((error) => {
      console.error(error);
      return Response.json(
        { codigoErro: '9999', mensagem: ours('Erro interno do simulador.') },
        { status: 500 },
      );
    });
};

/** Asks as a body would over TLS, in this same process. */
const askingAsBody =
  (answer: Barramento['answer'], identities: Identities): AskAsBody =>
  (body, method, path, content) => {
    const isForm = content instanceof FormData;
    const init = content === undefined ? {} : { body: isForm ? content : JSON.stringify(content) };
    const request = new Request(`https://localhost${PEN_BASE}/${path}`, { method, ...init });
    return answer(request, fromPem(identities[body].certificate)[0]);
  };

/** Opens (and on first use makes) the Barramento of a data folder. */
export const openBarramento = async ({
  dataDir,
  database,
  clock,
  identities,
}: BarramentoOptions): Promise<Barramento> => {
  const bus = createBus({
    clock,
    tramites: openTramiteStore(database),
    contents: await openContentStore(dataDir),
    signer: await createPenSigner(identities),
  });
  const app = routes(bus, identities);
  const answer: Barramento['answer'] = async (request, clientCertificate) =>
    app.fetch(request, clientCertificate ? { clientCertificate } : {});
  const peer = createPeer({ bus, ask: askingAsBody(answer, identities), sign: bus.signer.signFor });
  await peer.resume();
  return { answer, door: { peer, tramites: bus.tramites.all } };
};
