import { GATEWAY_HEADER } from '../../../src/base/gateway-answer.ts';
import type { Http } from '../../../src/base/http.ts';
import type { AskedPen, ToldPen } from '../../support/barramento.ts';
import { type Fault, faultOf } from '../weather.ts';
import { breach, entryOf, met, passTo, type Wanted, type Window, type World } from './world.ts';

export type Pause = (where: string, wakeAt?: number) => Promise<void>;

/** A request and its answer take this long. */
const TRIP_MS = 40;
/** After which the client gives up (call.ts), and the longest that a request may be on its way (step.ts). */
const TIMEOUT_MS = 300_000;
const LONGEST_ON_ITS_WAY_MS = 540_000;

/** The way from one window through the gateway to the platform, with whatever goes wrong on it. */
export const networkOf =
  (world: World, window: Window, wanted: Wanted, pause: Pause): Http =>
  async (request) => {
    const { pathname, search } = new URL(request.url);
    const path = pathname.replace('/pen/v3/', '') + search;
    const body = request.method === 'GET' ? '' : await request.text();
    const asked: AskedPen = { method: request.method, path, body };
    await pause('request:before');
    checkIntention(world, window, wanted, asked);
    const fault = faultOf(world, { ...asked, token: null });
    met(world, fault ? `fault: ${fault}` : 'answered', `${asked.method} ${path}`);
    passTo(world, world.now + TRIP_MS);
    if (fault === 'late' || fault === 'slow') return slowly(world, asked, fault, pause);
    const answer = answered(world, window, asked, fault);
    await pause('request:after');
    if (!answer) throw new TypeError('network');
    return answer;
  };

const slowly = async (
  world: World,
  asked: AskedPen,
  fault: 'late' | 'slow',
  pause: Pause,
): Promise<Response> => {
  const { now, random } = world;
  if (fault === 'late') {
    world.onItsWay.push({ asked, arrives: now + 1 + random.below(LONGEST_ON_ITS_WAY_MS) });
    await pause('request:late', now + TIMEOUT_MS);
    throw new TypeError('timed out');
  }
  // It gets there whatever becomes of the window.
  const arrives = now + 1 + random.below(TIMEOUT_MS - 1);
  const heard: ToldPen[] = [];
  world.onItsWay.push({ asked, arrives, hear: (told) => heard.push(told) });
  await pause('request:slow', arrives);
  const [told] = heard;
  if (!told) throw new Error('not arrived');
  await pause('request:after');
  return responseOf(told);
};

const answered = (
  world: World,
  window: Window,
  asked: AskedPen,
  fault: Fault | undefined,
): Response | undefined => {
  const own = () => world.barramento.answer(asked);
  if (fault?.endsWith(' after')) own();
  switch (fault) {
    case 'lost before':
    case 'lost after':
      return undefined;
    case '500 before':
    case '500 after':
      return Response.json({ message: 'falha' }, { status: 500 });
    case 'html before':
    case 'html after':
      return new Response('<html>', { headers: { 'content-type': 'text/html' } });
    case 'truncated':
      return cut(own());
    case '429':
    case '503 with Retry-After': {
      const headers = { 'retry-after': String(1 + world.random.below(600)) };
      return new Response('', { status: Number(fault.slice(0, 3)), headers });
    }
    case 'token refused':
      window.entered = false;
      return byGateway('session-ended', 401);
    case 'never sent':
      return byGateway('upstream-unreachable', 502);
    case 'unreadable':
      own();
      return byGateway('answer-lost', 502);
    default:
      return responseOf(own());
  }
};

const responseOf = ({ status, json }: ToldPen): Response => Response.json(json, { status });

const cut = ({ status, json }: ToldPen): Response => {
  const text = JSON.stringify(json);
  return new Response(text.slice(0, Math.ceil(text.length / 2)), { status });
};

const byGateway = (code: string, status: number): Response =>
  Response.json({ codigo: code }, { status, headers: { [GATEWAY_HEADER]: code } });

/** Nothing that must not happen twice leaves a machine but once for each intention on its disk. */
const checkIntention = (
  world: World,
  { machine }: Window,
  wanted: Wanted,
  { method, path }: AskedPen,
): void => {
  if (method !== 'POST' || path !== 'tramites/processo') return;
  const { id } = machine.owner;
  wanted.departures[id] = (wanted.departures[id] ?? 0) + 1;
  const entryId = entryOf(machine, wanted)?.id ?? '';
  const intentions = (machine.rows.get(entryId) ?? []).filter(
    ({ event, step, requestSha256 }) =>
      event === 'begun' && step === 'register' && requestSha256 === wanted.errand.metadataSha256,
  );
  if ((wanted.departures[id] ?? 0) > intentions.length) {
    breach(world, 'rule', `${wanted.protocolo}: POST left without its intention`);
  }
};
