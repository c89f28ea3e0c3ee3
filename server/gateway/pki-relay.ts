import type { Bytes } from '../../src/base/bytes.ts';
import type { GatewayCode, UpstreamFault } from '../../src/base/gateway-answer.ts';
import { err, ok, type Result } from '../../src/base/result.ts';
import type { GatewayAmbiente } from './ambientes.ts';
import { gatewayAnswer } from './answers.ts';
import { isPublicAddress } from './public-address.ts';
import { readBody } from './read-body.ts';
import { relayedAnswer } from './relay.ts';
import type { AskUpstream, UpstreamRequest } from './upstream.ts';

/** The IP addresses that a host's name leads to; none where it leads nowhere. */
export type Resolve = (host: string) => Promise<string[]>;

/** The authorities' hosts that may be asked. */
export interface PkiHosts {
  /** Lower case. */
  names: readonly string[];
  resolve: Resolve;
}

const LIMITS = { bytes: 32 * 1024 * 1024, ms: 10_000 };
/** Far above any OCSP or time stamp request. */
const LARGEST_REQUEST = 64 * 1024;

const PUBLISHED_FILE = /\.(crl|crt|p7b)$/i;
const QUERIES = ['application/ocsp-request', 'application/timestamp-query'];

/** The same fault, told of an authority: nothing was sent that the court could have taken. */
const faultOfAuthority = (fault: UpstreamFault): GatewayCode => {
  switch (fault) {
    case 'upstream-unreachable':
      return 'authority-unreachable';
    case 'upstream-untrusted':
      return 'authority-untrusted';
    default:
      return 'authority-silent';
  }
};

/** What is asked, with the fields that are passed on: none of the caller's but the kind of a query. */
const readQuestion = async (
  request: Request,
  url: URL,
): Promise<Result<Pick<UpstreamRequest, 'method' | 'headers' | 'body'>, GatewayCode>> => {
  const headers = { 'user-agent': 'Estafeta' };
  if (request.method === 'GET') {
    const isFile = PUBLISHED_FILE.test(url.pathname);
    return isFile ? ok({ method: 'GET', headers }) : err('address-not-allowed');
  }
  if (request.method !== 'POST') return err('method-not-allowed');
  const type = request.headers.get('content-type') ?? '';
  if (!QUERIES.includes(type)) return err('address-not-allowed');
  const body: Bytes | undefined = await readBody(request, LARGEST_REQUEST);
  if (!body) return err('body-too-large');
  return ok({ method: 'POST', headers: { ...headers, 'content-type': type }, body });
};

/** An address of a known host on the usual port of http or https, without name and password. */
const isAllowed = (url: URL, names: readonly string[]): boolean =>
  ['http:', 'https:'].includes(url.protocol) &&
  url.port === '' &&
  url.username === '' &&
  url.password === '' &&
  names.includes(url.hostname);

/** Where to connect for an address: a public IP that its name led to just now, and is not asked for again. */
const destinationOf = async (
  url: URL,
  { names, resolve }: PkiHosts,
): Promise<Result<Pick<UpstreamRequest, 'url' | 'address'>, GatewayCode>> => {
  if (!isAllowed(url, names)) return err('address-not-allowed');
  const addresses = await resolve(url.hostname);
  const [address] = addresses;
  if (address === undefined) return err('authority-unreachable');
  return addresses.every(isPublicAddress) ? ok({ url, address }) : err('address-not-public');
};

/**
 * Fetches what authorities publish (certificates, CRLs), and passes OCSP and time stamp queries on, for a page that may
 * not ask plain-http hosts itself. The address stands in `?url=`.
 */
export const pkiRelay = async (
  request: Request,
  ambiente: GatewayAmbiente,
  hosts: PkiHosts,
  ask: AskUpstream,
): Promise<Response> => {
  const given = new URL(request.url).searchParams.get('url') ?? '';
  if (!URL.canParse(given)) return gatewayAnswer('address-not-allowed');
  const url = new URL(given);
  const question = await readQuestion(request, url);
  if (!question.ok) return gatewayAnswer(question.error);
  const own = ambiente.published?.[url.href];
  const destination =
    own === undefined ? await destinationOf(url, hosts) : ok({ url: new URL(own) });
  if (!destination.ok) return gatewayAnswer(destination.error);
  const asked = await ask({
    ...question.value,
    ...destination.value,
    ca: [],
    limits: LIMITS,
  });
  if (!asked.ok) return gatewayAnswer(faultOfAuthority(asked.error));
  const { status } = asked.value;
  return status >= 300 && status < 400 ? gatewayAnswer('redirected') : relayedAnswer(asked.value);
};
