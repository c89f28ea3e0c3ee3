import { PUBLIC_SERVICES, servicePath } from '../../src/base/public-services.ts';
import type { GatewayAmbiente } from './ambientes.ts';
import { gatewayAnswer } from './answers.ts';
import { isPlainPath } from './plain-path.ts';
import { relayedAnswer } from './relay.ts';
import type { AskUpstream } from './upstream.ts';

/** Far above all norms of a large municipality. */
const LIMITS = { bytes: 16 * 1024 * 1024, ms: 20_000 };

const CODE = /\/(\d{7})(?=\/|$)/;

/** Whether a path is that of one of the services, for some municipality. */
const isServed = (path: string, { servicos }: GatewayAmbiente): boolean => {
  const ibge = CODE.exec(path)?.[1];
  if (ibge === undefined || !isPlainPath(path)) return false;
  const services = [...Object.values(PUBLIC_SERVICES), servicos?.unidades, servicos?.adimplencia];
  return services.some((service) => service && servicePath(service, ibge) === path);
};

/**
 * Asks the court's open services for a page, which they do not answer by CORS. They want no login: nothing of the page's
 * request but its path is passed on.
 */
export const publicRelay = async (
  request: Request,
  ambiente: GatewayAmbiente,
  ask: AskUpstream,
): Promise<Response> => {
  const { pathname } = new URL(request.url);
  const path = pathname.slice(`/gateway/${ambiente.id}/publico`.length);
  if (ambiente.publico === undefined || !isServed(path, ambiente)) {
    return gatewayAnswer('path-unknown');
  }
  if (request.method !== 'GET') return gatewayAnswer('method-not-allowed');
  const asked = await ask({
    url: new URL(ambiente.publico + path),
    method: 'GET',
    headers: { accept: 'application/json', 'user-agent': 'Estafeta' },
    ca: ambiente.ca,
    limits: LIMITS,
  });
  return asked.ok ? relayedAnswer(asked.value) : gatewayAnswer(asked.error);
};
