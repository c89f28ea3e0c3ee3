import { Hono } from 'hono';
import { type Bytes, fromHex, toHex } from '../../src/base/bytes.ts';
import type { Clock } from '../../src/base/clock.ts';
import type { DemoFile } from '../../src/base/environment.ts';
import type { Http } from '../../src/base/http.ts';
import { toPem } from '../../src/signing/certificate/pem.ts';
import { createDownloads, DEMO_FILES } from './demo/downloads.ts';
import { installDemo, type TlsIdentity } from './demo/install.ts';
import type { PenIdentity } from './demo/pen-holders.ts';
import { recognisePerson } from './demo/recognise.ts';
import { ICP_PATHS, TIMESTAMP_ADDRESS } from './icp/addresses.ts';
import { createIcp } from './icp/icp.ts';
import { openRevokedStore } from './icp/revoked.ts';
import { type Barramento, openBarramento, PEN_BASE } from './pen/barramento.ts';
import { PEN_BODY_NAMES, type PenUnit, UNITS } from './pen/bodies.ts';
import { createPublicServices } from './publico/public-services.ts';
import { keptSetting, openDatabase } from './state/database.ts';
import { openDeliveryStore } from './state/delivery-store.ts';
import { openFileStore } from './state/file-store.ts';
import { answerErrors } from './tcmgo/answer-errors.ts';
import { discardBody } from './tcmgo/body.ts';
import { openCors } from './tcmgo/cors.ts';
import type { Court } from './tcmgo/court.ts';
import { createEnvioManual } from './tcmgo/envio-manual.ts';
import { createHomologation } from './tcmgo/homologation.ts';
import { loadLayouts } from './tcmgo/layouts.ts';
import { createPassaporte } from './tcmgo/passaporte.ts';
import { createRecepcao } from './tcmgo/recepcao.ts';
import { createSignatureCheck } from './tcmgo/signatures.ts';
import { createTokenMint } from './tcmgo/token.ts';
import { createUpload } from './tcmgo/upload.ts';
import { createTestDoor } from './test-door/door.ts';
import { movableClock } from './test-door/movable-clock.ts';

export interface SandboxOptions {
  /** Where everything is kept; made where it is missing. */
  dataDir: string;
  clock: Clock;
  /** Opens the test-only door under `/sandbox/test`. */
  testDoor?: { secret: string };
}

/** A local TCMGO; who hosts it brings the sockets. */
export interface Sandbox {
  /** `/recepcao/**`, `/envio-manual/**`, `/api/rest/**` and `/sandbox/**`. */
  recepcao: Http;
  /** `/passaporte/**`; the client certificate (DER) is the one that the TLS layer verified. */
  passaporte(request: Request, clientCertificate?: Bytes): Promise<Response>;
  /** `/interoperabilidade/rest/v3/**`; the client certificate (DER) is the one that the TLS layer saw. */
  pen: {
    answer: Barramento['answer'];
    base: string;
    /** The bodies that people of the demonstration work for. */
    bodies: PenDemoBody[];
  };
  tls: TlsIdentity;
  demo: { anchors: string[]; files: DemoFile[] };
  /** What the demo authorities publish: our path for each address that their certificates name. */
  icp: { paths: Readonly<Record<string, string>>; timestampAuthority: string };
  close(): void;
}

/** A body of the demonstration with what a gateway needs to stand for it. */
export interface PenDemoBody {
  id: string;
  nome: string;
  /** Its units, the first of them its own. */
  unidades: readonly Pick<PenUnit, 'repositorio' | 'numero' | 'nome'>[];
  identity: PenIdentity;
}

const WITH_PEOPLE = ['prefeitura', 'ministerio'] as const;

/** Answers once the request is read to its end, so that the answer is never lost to a reset. */
const readingWhole =
  (handle: Http): Http =>
  async (request) => {
    const response = await handle(request);
    await discardBody(request);
    return response;
  };

/** Tells the court's own time (RFC 9110 §6.6.1), which the test door may have moved. */
const dated = (response: Response, { now }: Clock): Response => {
  response.headers.set('Date', new Date(now()).toUTCString());
  return response;
};

/** Opens (and on first start makes) the sandbox of a data folder. */
export const createSandbox = async ({
  dataDir,
  clock: realClock,
  testDoor,
}: SandboxOptions): Promise<Sandbox> => {
  const clock = movableClock(realClock);
  const database = await openDatabase(dataDir);
  const { root, intermediates, authorities, tls, pen } = await installDemo(dataDir, clock.now());
  const trust = { anchors: [root], intermediates };
  const newSecret = () => toHex(crypto.getRandomValues(new Uint8Array(64)));

  const court: Court = {
    clock,
    layouts: await loadLayouts(),
    deliveries: openDeliveryStore(database),
    files: await openFileStore(dataDir, database),
    tokens: await createTokenMint(fromHex(await keptSetting(database, 'token-secret', newSecret))),
    signatures: createSignatureCheck(trust, clock),
    list: { offered: true },
  };

  const app = new Hono();
  app.use(openCors);
  for (const part of [createRecepcao, createUpload, createHomologation, createEnvioManual]) {
    app.route('/', part(court));
  }
  app.route('/', createPublicServices(court.deliveries));
  app.route('/', createDownloads(dataDir));
  const revoked = openRevokedStore(database);
  app.route('/', createIcp(authorities, revoked, clock));
  answerErrors(app);
  const passaporte = createPassaporte(court.tokens, clock, recognisePerson(trust, clock));

  const barramento = await openBarramento({ dataDir, database, clock, identities: pen });

  const { deliveries, list, layouts } = court;
  const door =
    testDoor &&
    createTestDoor({
      ...testDoor,
      ...{ clock, deliveries, list, layouts, revoked, pen: barramento.door },
    });
  const watch = door?.watch ?? ((handle: Http) => handle);
  const recepcao = watch(readingWhole(async (request) => app.fetch(request)));

  return {
    recepcao: async (request) =>
      door && new URL(request.url).pathname.startsWith('/sandbox/test/')
        ? door.fetch(request)
        : dated(await recepcao(request), clock),
    passaporte: async (request, clientCertificate) => {
      const answer = watch(async (asked) =>
        passaporte.fetch(asked, clientCertificate ? { clientCertificate } : {}),
      );
      return dated(await answer(request), clock);
    },
    pen: {
      answer: async (request, clientCertificate) => {
        const answer = watch(readingWhole((asked) => barramento.answer(asked, clientCertificate)));
        return dated(await answer(request), clock);
      },
      base: PEN_BASE,
      bodies: WITH_PEOPLE.map((id) => ({
        id,
        nome: PEN_BODY_NAMES[id],
        unidades: UNITS.filter(({ body }) => body === id),
        identity: pen[id],
      })),
    },
    tls,
    demo: { anchors: [toPem(root)], files: DEMO_FILES },
    icp: { paths: ICP_PATHS, timestampAuthority: TIMESTAMP_ADDRESS },
    close: () => database.close(),
  };
};
