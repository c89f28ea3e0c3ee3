import { type Bytes, concat, fromUtf8, utf8 } from '../../src/base/bytes.ts';
import { isJsonObject, type Json, parseJson } from '../../src/base/json.ts';
import type { GatewayAmbiente } from './ambientes.ts';
import { gatewayAnswer } from './answers.ts';
import { readBody } from './read-body.ts';
import { relayedAnswer } from './relay.ts';
import type { AskUpstream } from './upstream.ts';

/** A key, a chain and a few numbers; an RSA-4096 key with five certificates stays under 16 kB. */
const LARGEST_REQUEST = 64 * 1024;

interface Login {
  /** Path and query at Passaporte. */
  path: string;
  /** Base64: PKCS#8, and DER certificates, the leaf first. */
  privateKey: string;
  certificates: string[];
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const isBase64 = (value: Json | undefined): value is string =>
  typeof value === 'string' && BASE64.test(value);

const passaportePath = (operation: Json | undefined, representacao: Json | undefined) => {
  if (operation === 'representacoes') return '/passaporte/api/auth/representacoes';
  if (operation !== 'token' || !Number.isSafeInteger(representacao)) return undefined;
  return `/passaporte/api/auth/certificado?representacao=${representacao}`;
};

const readLogin = (text: string): Login | undefined => {
  const given = parseJson(text);
  if (!isJsonObject(given)) return undefined;
  const { operation, representacao, privateKey, certificates } = given;
  const path = passaportePath(operation, representacao);
  if (path === undefined || !isBase64(privateKey)) return undefined;
  if (!Array.isArray(certificates) || certificates.length === 0) return undefined;
  return certificates.every(isBase64) ? { path, privateKey, certificates } : undefined;
};

const lines = (base64: string): string => (base64.match(/.{1,64}/g) ?? []).join('\n');

const certificatePem = (base64: string): string =>
  `-----BEGIN CERTIFICATE-----\n${lines(base64)}\n-----END CERTIFICATE-----\n`;

const keyPem = (base64: string): Bytes =>
  concat(
    utf8('-----BEGIN PRIVATE KEY-----\n'),
    utf8(lines(base64)),
    utf8('\n-----END PRIVATE KEY-----\n'),
  );

/**
 * Makes the TLS handshake that a page cannot make, with the key handed over for this one request.
 * What held the key is overwritten afterwards, as far as the language lets one: a string cannot be.
 */
export const login = async (
  request: Request,
  ambiente: GatewayAmbiente,
  ask: AskUpstream,
): Promise<Response> => {
  const body = await readBody(request, LARGEST_REQUEST);
  if (!body) return gatewayAnswer('body-too-large');
  const given = readLogin(fromUtf8(body));
  body.fill(0);
  if (!given) return gatewayAnswer('body-malformed');
  const key = keyPem(given.privateKey);
  try {
    const asked = await ask({
      url: new URL(ambiente.passaporte + given.path),
      method: 'GET',
      headers: { accept: 'application/json', 'user-agent': 'Estafeta' },
      ca: ambiente.ca,
      client: { key, certificates: given.certificates.map(certificatePem).join('') },
    });
    return asked.ok ? relayedAnswer(asked.value) : gatewayAnswer(asked.error);
  } finally {
    key.fill(0);
  }
};
