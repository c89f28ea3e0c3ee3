import { systemClock } from '../src/base/clock.ts';
import type { Http } from '../src/base/http.ts';
import { askOverNode } from './ask-over-node.ts';
import { demoPen } from './demo-office.ts';
import { readDist } from './dist.ts';
import type { GatewayAmbiente } from './gateway/ambientes.ts';
import { gatewayAnswer } from './gateway/answers.ts';
import { createGateway } from './gateway/gateway.ts';
import { isAllowedHost, loopbackHosts } from './gateway/guard.ts';
import type { OperatorConfig } from './gateway/operator-config.ts';
import knownPki from './gateway/pki-hosts.json' with { type: 'json' };
import { discardBody } from './gateway/read-body.ts';
import { LOOPBACK } from './listen.ts';
import { resolveHost } from './resolve-host.ts';
import { penAddress, type Training } from './training.ts';

/** The longest silence of a court's server before it counts as not answering. */
const UPSTREAM_IDLE_MS = 60_000;

const SANDBOX_PATH = /^\/(recepcao|envio-manual|sandbox|api\/rest)(\/|$)/;

// Reached like any court, over HTTP: whatever holds for the sandbox through the gateway holds for the court.
const simulado = (training: Training, port: number): GatewayAmbiente => {
  const { sandbox, passaporte } = training;
  const own = `http://${LOOPBACK}:${port}`;
  const published = Object.entries(sandbox.icp.paths).map(([address, path]) => [
    address,
    own + path,
  ]);
  return {
    id: 'simulado',
    tipo: 'simulado',
    nome: 'Simulador local',
    recepcao: own,
    passaporte: `https://localhost:${passaporte.port}`,
    anchors: sandbox.demo.anchors,
    ca: sandbox.tls.ca,
    publico: own,
    // Its place at the court is a guess, which is why it is a setting (recepcao.md A 17).
    servicos: { unidades: '/api/rest/passaporteService/{ibge}/unidades' },
    validar: '/validar',
    timestampAuthority: sandbox.icp.timestampAuthority,
    published: Object.fromEntries(published),
    demo: { arquivos: sandbox.demo.files },
    pen: demoPen(sandbox.pen, penAddress(training)),
  };
};

/** Everything on the main port: the sandbox under the court's own paths, the gateway under all others. */
export const routes = (
  { allowedHosts, allowKeys, pkiHosts, ambientes }: OperatorConfig,
  training: Training | undefined,
  port: number,
): Http => {
  const ownHosts = loopbackHosts(port);
  const hosts = [...ownHosts, ...allowedHosts];
  const gateway = createGateway({
    ambientes: training ? [simulado(training, port), ...ambientes] : ambientes,
    keyHosts: allowKeys ? hosts : ownHosts,
    readFile: readDist,
    ask: askOverNode(UPSTREAM_IDLE_MS),
    clock: systemClock,
    pki: { names: [...knownPki.hosts, ...pkiHosts], resolve: resolveHost },
  });
  const answer: Http = async (request) => {
    if (!isAllowedHost(request, hosts)) return gatewayAnswer('host-not-allowed');
    if (!SANDBOX_PATH.test(new URL(request.url).pathname)) return gateway(request);
    if (!training || !isAllowedHost(request, ownHosts)) return gatewayAnswer('path-unknown');
    return training.sandbox.recepcao(request);
  };
  return async (request) => {
    const response = await answer(request);
    await discardBody(request);
    return withoutReuse(response);
  };
};

/**
 * Ends the connection after each answer. Chromium by itself repeats a POST on a kept connection that closes without a
 * byte (measured), and the court would get it twice while the page sees one answer.
 */
const withoutReuse = (response: Response): Response => {
  response.headers.set('connection', 'close');
  return response;
};
