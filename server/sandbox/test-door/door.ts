import { Hono } from 'hono';
import { type Bytes, fromHex, fromUtf8, sha256Hex, toHex } from '../../../src/base/bytes.ts';
import type { Http } from '../../../src/base/http.ts';
import { isJsonObject, type Json, parseJson } from '../../../src/base/json.ts';
import type { RevokedCertificate, RevokedStore } from '../icp/revoked.ts';
import type { DeliveryStore } from '../state/delivery-store.ts';
import { refusal, refuse } from '../tcmgo/answer.ts';
import { answerErrors } from '../tcmgo/answer-errors.ts';
import type { Court } from '../tcmgo/court.ts';
import { ours } from '../tcmgo/messages.ts';
import { badRequest } from './bad-request.ts';
import { createFaultQueue, readPlannedFault } from './faults.ts';
import { inflict } from './inflict.ts';
import type { MovableClock } from './movable-clock.ts';
import { createPenDoor, type PenDoorParts } from './pen-door.ts';

/** What the door remembers of a request. */
interface SeenRequest {
  /** Epoch ms of the sandbox's clock. */
  at: number;
  method: string;
  /** With the query. */
  path: string;
  contentType: string | null;
  /** Size of the body, bytes. */
  size: number;
  /** Absent for a body too large to hold. */
  bodySha256?: string;
  /** The body of a JSON request. */
  json?: Json;
  /** The kind of fault it met. */
  fault?: string;
  /** Status answered, also where the answer was then lost. */
  status: number;
}

/** The test-only door (docs/protocols/sandbox-test-door.md). */
export interface TestDoor {
  /** Lets requests pass, watched and with the faults that were asked for. */
  watch(handle: Http): Http;
  /** `/sandbox/test/**` */
  fetch: Http;
}

interface TestDoorOptions {
  secret: string;
  clock: MovableClock;
  deliveries: DeliveryStore;
  list: Court['list'];
  layouts: Court['layouts'];
  revoked: RevokedStore;
  pen: PenDoorParts;
}

const SERIAL_NUMBER = /^([0-9a-f]{2}){1,20}$/i;
/** CRLReason keyCompromise. */
const KEY_COMPROMISE = 1;

const readRevocation = (json: Json | undefined, now: number): RevokedCertificate | undefined => {
  if (!isJsonObject(json)) return undefined;
  const { serialNumber, since = now, reason = KEY_COMPROMISE } = json;
  if (typeof serialNumber !== 'string' || !SERIAL_NUMBER.test(serialNumber)) return undefined;
  if (typeof since !== 'number' || typeof reason !== 'number') return undefined;
  return { serialNumber: fromHex(serialNumber), since, reason };
};

const readPublication = (json: Json | undefined) => {
  if (!isJsonObject(json)) return undefined;
  const { spc, slp, mes, ano, schema } = json;
  if (typeof spc !== 'string' || typeof slp !== 'string' || !isJsonObject(schema)) return undefined;
  if (typeof mes !== 'number' || typeof ano !== 'number') return undefined;
  return { from: { spc, slp, mes, ano }, schema };
};

/** Above any file of the court; parts of components are larger, and not looked into. */
const LARGEST_SEEN = 16 * 1024 * 1024;

const sizeTold = ({ headers }: Request): number => Number(headers.get('Content-Length') ?? 0);

const describeBody = async (contentType: string | null, body: Bytes) => {
  const json = contentType?.startsWith('application/json') ? parseJson(fromUtf8(body)) : undefined;
  return {
    size: body.length,
    bodySha256: await sha256Hex(body),
    ...(json === undefined ? {} : { json }),
  };
};

const describe = async (request: Request, copy: Request | undefined) => {
  const { pathname, search } = new URL(request.url);
  const contentType = request.headers.get('Content-Type');
  const body = copy && new Uint8Array(await copy.arrayBuffer());
  return {
    method: request.method,
    path: pathname + search,
    contentType,
    ...(body ? await describeBody(contentType, body) : { size: sizeTold(request) }),
  };
};

export const createTestDoor = ({
  secret,
  clock,
  deliveries,
  list,
  layouts,
  revoked,
  pen,
}: TestDoorOptions): TestDoor => {
  const faults = createFaultQueue();
  let seen: SeenRequest[] = [];

  const watch =
    (handle: Http): Http =>
    async (request) => {
      const at = clock.now();
      const copy = sizeTold(request) > LARGEST_SEEN ? undefined : request.clone();
      const fault = faults.take(request.method, new URL(request.url).pathname);
      const response = await (fault ? inflict(fault, request, handle) : handle(request));
      seen.push({
        at,
        ...(await describe(request, copy)),
        ...(fault ? { fault: fault.kind } : {}),
        status: response.status,
      });
      return response;
    };

  const app = new Hono().basePath('/sandbox/test');
  app.use(async (c, next) => {
    if (c.req.header('X-Sandbox-Secret') === secret) return next();
    return refuse(refusal(403, ours('Falta o segredo da porta de testes.')));
  });

  app.get('/faults', (c) => c.json(faults.pending()));
  app.post('/faults', async (c) => {
    const planned = readPlannedFault(parseJson(await c.req.text()));
    if (!planned) return badRequest();
    faults.add(planned);
    return c.json(planned, 201);
  });
  app.delete('/faults', (c) => {
    faults.clear();
    return c.body(null, 204);
  });

  app.get('/requests', (c) => c.json(seen));
  app.delete('/requests', (c) => {
    seen = [];
    return c.body(null, 204);
  });

  app.get('/deliveries', async (c) => c.json(await deliveries.all()));

  app.put('/list', async (c) => {
    const wanted = parseJson(await c.req.text());
    if (!isJsonObject(wanted) || typeof wanted.offered !== 'boolean') return badRequest();
    list.offered = wanted.offered;
    return c.json(list);
  });

  app.put('/layouts', async (c) => {
    const wanted = readPublication(parseJson(await c.req.text()));
    if (!wanted) return badRequest();
    layouts.publish(wanted.from, wanted.schema);
    return c.body(null, 204);
  });
  app.delete('/layouts', (c) => {
    layouts.forgetPublished();
    return c.body(null, 204);
  });

  app.get('/clock', (c) => c.json({ now: clock.now() }));
  app.put('/clock', async (c) => {
    const wanted = parseJson(await c.req.text());
    if (!isJsonObject(wanted) || typeof wanted.now !== 'number') return badRequest();
    clock.moveTo(wanted.now);
    return c.json({ now: clock.now() });
  });
  app.delete('/clock', (c) => {
    clock.reset();
    return c.json({ now: clock.now() });
  });

  app.get('/revoked', async (c) => {
    const list = await revoked.all();
    return c.json(list.map((each) => ({ ...each, serialNumber: toHex(each.serialNumber) })));
  });
  app.post('/revoked', async (c) => {
    const wanted = readRevocation(parseJson(await c.req.text()), clock.now());
    if (!wanted) return badRequest();
    await revoked.revoke(wanted);
    return c.body(null, 201);
  });
  app.delete('/revoked', async (c) => {
    await revoked.clear();
    return c.body(null, 204);
  });

  app.route('/', createPenDoor(pen));

  answerErrors(app);
  return { watch, fetch: (request) => Promise.resolve(app.fetch(request)) };
};
