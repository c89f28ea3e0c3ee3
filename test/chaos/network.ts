import { sha256Hex, utf8 } from '../../src/base/bytes.ts';
import { GATEWAY_HEADER } from '../../src/base/gateway-answer.ts';
import type { Http } from '../../src/base/http.ts';
import type { Availability } from '../../src/outbox/ports.ts';
import type { Answer, Asked } from './court.ts';
import { type Fault, faultOf } from './weather.ts';
import { breach, met, passTo, type Tab, type World } from './world.ts';

type Pause = (where: string, wakeAt?: number) => Promise<void>;

/** A request and its answer take this long. */
const TRIP_MS = 40;
/** After which the client gives up (call.ts). */
const TIMEOUT_MS = 180_000;
/** The longest that a request may be on its way: until the client gives up, and four minutes behind it (step.ts). */
const LONGEST_ON_ITS_WAY_MS = 420_000;

/** The way from one window to the court, with whatever goes wrong on it. */
export const networkOf =
  (world: World, tab: Tab, entryId: string, pause: Pause): Http =>
  async (request) => {
    const asked: Asked = {
      method: request.method,
      path: new URL(request.url).pathname,
      token: request.headers.get('authorization'),
      body: request.method === 'GET' ? '' : await request.text(),
    };
    await pause('request:before');
    await checkIntention(world, tab, entryId, asked);
    const fault = faultOf(world, asked);
    tab.askedToWait.delete(entryId);
    met(world, fault ? `fault: ${fault}` : 'answered', `${asked.method} ${asked.path}`);
    passTo(world, world.now + TRIP_MS);
    if (fault === 'late' || fault === 'slow') return slowly(world, tab, asked, fault, pause);
    const answer = answered(world, tab, entryId, asked, fault);
    await pause('request:after');
    if (!answer) throw new TypeError('network');
    return answer;
  };

const slowly = async (
  world: World,
  tab: Tab,
  asked: Asked,
  fault: 'late' | 'slow',
  pause: Pause,
): Promise<Response> => {
  const { now, random } = world;
  if (fault === 'slow') {
    // It gets there whatever becomes of the window.
    const arrives = now + 1 + random.below(TIMEOUT_MS - 1);
    const answers: Answer[] = [];
    world.onItsWay.push({ asked, arrives, hear: (answer) => answers.push(answer) });
    await pause('request:slow', arrives);
    const [answer] = answers;
    if (!answer) throw new Error('not arrived');
    const response = responseOf(world, tab, answer);
    await pause('request:after');
    return response;
  }
  world.onItsWay.push({ asked, arrives: now + 1 + random.below(LONGEST_ON_ITS_WAY_MS) });
  await pause('request:late', now + TIMEOUT_MS);
  throw new TypeError('timed out');
};

const MESSAGE = { message: 'falha' };

const answered = (
  world: World,
  tab: Tab,
  entryId: string,
  asked: Asked,
  fault: Fault | undefined,
): Response | undefined => {
  const own = () => responseOf(world, tab, world.court.answer(asked));
  switch (fault) {
    case 'lost before':
      return undefined;
    case 'lost after':
      own();
      return undefined;
    case '500 before':
      return dated(world, tab, Response.json(MESSAGE, { status: 500 }));
    case '500 after':
      own();
      return dated(world, tab, Response.json(MESSAGE, { status: 500 }));
    case 'html before':
      return html();
    case 'html after':
      own();
      return html();
    case 'truncated':
      return truncated(world.court.answer(asked));
    case '429':
      return dated(world, tab, retryLater(world, tab, entryId, 429));
    case '503 with Retry-After':
      return dated(world, tab, retryLater(world, tab, entryId, 503));
    case 'token refused':
      return dated(world, tab, Response.json(MESSAGE, { status: 401 }));
    case 'never sent':
      return neverSent();
    case 'unreadable':
      return unreadable(own());
    default:
      return own();
  }
};

const html = () => new Response('<html>', { headers: { 'content-type': 'text/html' } });

const neverSent = () =>
  Response.json(MESSAGE, { status: 502, headers: { [GATEWAY_HEADER]: 'upstream-unreachable' } });

const retryLater = ({ random, now }: World, tab: Tab, entryId: string, status: number) => {
  const seconds = 1 + random.below(600);
  tab.askedToWait.set(entryId, now + seconds * 1_000);
  return Response.json(MESSAGE, { status, headers: { 'retry-after': String(seconds) } });
};

/** Our own code throws over an answer that it did not expect. */
const unreadable = (response: Response): Response =>
  Object.defineProperty(response, 'headers', {
    get: () => {
      throw new Error('unreadable');
    },
  });

const truncated = (answer: Answer): Response => {
  const text = 'pdf' in answer ? answer.pdf : JSON.stringify(answer.json);
  const type = 'application/json';
  return new Response(text.slice(0, text.length / 2), { headers: { 'content-type': type } });
};

const responseOf = (world: World, tab: Tab, answer: Answer): Response =>
  dated(
    world,
    tab,
    'pdf' in answer
      ? new Response(answer.pdf, { headers: { 'content-type': 'application/pdf' } })
      : Response.json(answer.json, { status: answer.status }),
  );

/** The court's `Date`, as the app notes it (`connection.ts`). */
const dated = (world: World, tab: Tab, response: Response): Response => {
  hear(world, tab);
  response.headers.set('date', new Date(world.now).toUTCString());
  return response;
};

const hear = ({ now }: World, tab: Tab): void => {
  tab.heard = { courtAt: now, at: now };
};

/** Asking the very server for something without effect, as `ensure('network')` does. */
export const probe = (world: World, tab: Tab): Availability => {
  const asked: Asked = { method: 'GET', path: '/schema', token: null, body: '' };
  const fault = faultOf(world, asked);
  passTo(world, world.now + TRIP_MS);
  met(world, fault ? `probe: ${fault}` : 'probe answered');
  switch (fault) {
    case 'lost before':
    case 'lost after':
    case 'never sent':
    case 'truncated':
      return { kind: 'pause', reason: 'no-network' };
    case '500 before':
    case '500 after':
    case '429':
    case '503 with Retry-After':
      return { kind: 'pause', reason: 'server-unavailable' };
    case 'html before':
    case 'html after':
      return { kind: 'pause', reason: 'not-the-server' };
    default:
      hear(world, tab);
      return { kind: 'at-hand' };
  }
};

/** Nothing that must not happen twice leaves the machine but once for each intention on disk. */
const checkIntention = async (
  world: World,
  { machine }: Tab,
  entryId: string,
  { method, path, body }: Asked,
): Promise<void> => {
  if (method === 'GET' || path.endsWith('/upload')) return;
  const sent = method === 'POST' ? await sha256Hex(utf8(body)) : undefined;
  const intentions = (machine.disk.rows.get(entryId) ?? []).filter(
    ({ event, step, requestSha256 }) =>
      event === 'begun' &&
      STEP_OF[method]?.test(step ?? '') &&
      (sent === undefined || requestSha256 === sent),
  );
  const departures = `${machine.owner.id} ${entryId} ${method}`;
  world.departures[departures] = (world.departures[departures] ?? 0) + 1;
  if ((world.departures[departures] ?? 0) > intentions.length) {
    breach(world, 'rule', `${method} ${path} left without its intention`);
  }
};

const STEP_OF: Record<string, RegExp> = {
  POST: /^send$/,
  PUT: /^(homologate|alter)$/,
  DELETE: /^delete(-extra)?(:|$)/,
};
