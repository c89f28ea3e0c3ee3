import { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { Clock } from '../../src/base/clock.ts';
import type { GatewayConfig } from '../../src/base/environment.ts';
import type { Http } from '../../src/base/http.ts';
import { SECURITY_HEADERS } from '../../src/base/security-policy.ts';
import { type GatewayAmbiente, published } from './ambientes.ts';
import { gatewayAnswer } from './answers.ts';
import { isAllowedHost, isFromOwnPage } from './guard.ts';
import { login } from './login.ts';
import { createOffice } from './pen/office.ts';
import { type PkiHosts, pkiRelay } from './pki-relay.ts';
import { publicRelay } from './public-relay.ts';
import { relay } from './relay.ts';
import { type ReadFile, staticFile } from './static-files.ts';
import type { AskUpstream } from './upstream.ts';

export interface GatewayOptions {
  ambientes: readonly GatewayAmbiente[];
  /** Values of `Host` under which a person's key may be handed over: this machine's, or the operator's. */
  keyHosts: readonly string[];
  readFile: ReadFile;
  ask: AskUpstream;
  /** Who may be asked for certificates, CRLs, OCSP answers and time stamps. */
  pki: PkiHosts;
  clock: Clock;
}

/** The gateway: the built app with its headers, the way to the court, the certificate login. Keeps nothing. */
export const createGateway = ({
  ambientes,
  keyHosts,
  readFile,
  ask,
  pki,
  clock,
}: GatewayOptions): Http => {
  const app = new Hono();
  const office = createOffice(ask, clock);
  const connect = [...new Set(ambientes.map(({ passaporte }) => passaporte))];
  const takesKeys = (request: Request) => isAllowedHost(request, keyHosts);
  const ambienteOf = (id: string) => ambientes.find((ambiente) => ambiente.id === id);

  app.get('/gateway/config.json', ({ req }) => {
    const config: GatewayConfig = {
      gateway: true,
      ambientes: ambientes.map((ambiente) => published(ambiente, takesKeys(req.raw))),
    };
    return Response.json(config, { headers: { ...SECURITY_HEADERS, 'cache-control': 'no-store' } });
  });

  app.use('/gateway/*', async ({ req }, next) => {
    if (!isFromOwnPage(req.raw)) return gatewayAnswer('origin-not-allowed');
    await next();
  });

  app.all('/gateway/:ambiente/login', ({ req }) => {
    const ambiente = ambienteOf(req.param('ambiente'));
    if (!ambiente) return gatewayAnswer('ambiente-unknown');
    if (req.method !== 'POST') return gatewayAnswer('method-not-allowed');
    if (!takesKeys(req.raw)) return gatewayAnswer('keys-not-taken');
    return login(req.raw, ambiente, ask);
  });

  app.all('/gateway/:ambiente/pki', ({ req }) => {
    const ambiente = ambienteOf(req.param('ambiente'));
    if (!ambiente) return gatewayAnswer('ambiente-unknown');
    return pkiRelay(req.raw, ambiente, pki, ask);
  });

  app.all('/gateway/:ambiente/publico/*', ({ req }) => {
    const ambiente = ambienteOf(req.param('ambiente'));
    return ambiente ? publicRelay(req.raw, ambiente, ask) : gatewayAnswer('ambiente-unknown');
  });

  app.all('/gateway/:ambiente/pen/*', ({ req }) => {
    const ambiente = ambienteOf(req.param('ambiente'));
    return ambiente ? office(req.raw, ambiente) : gatewayAnswer('ambiente-unknown');
  });

  app.all('/gateway/:ambiente/*', ({ req }) => {
    const ambiente = ambienteOf(req.param('ambiente'));
    return ambiente ? relay(req.raw, ambiente, ask) : gatewayAnswer('ambiente-unknown');
  });

  app.all('/gateway/*', () => gatewayAnswer('path-unknown'));

  app.get('*', etag(), ({ req }) => staticFile(new URL(req.url).pathname, readFile, { connect }));

  app.all('*', () => gatewayAnswer('method-not-allowed'));

  app.onError((error) => {
    console.error(error);
    return gatewayAnswer('gateway-failed');
  });

  return async (request) => app.fetch(request);
};
