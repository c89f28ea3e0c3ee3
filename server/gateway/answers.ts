import { GATEWAY_HEADER, type GatewayCode } from '../../src/base/gateway-answer.ts';
import { SECURITY_HEADERS } from '../../src/base/security-policy.ts';

const ANSWERS: Record<GatewayCode, { status: number; message: string; retryAfter?: number }> = {
  'upstream-unreachable': {
    status: 502,
    message: 'O servidor de destino não pôde ser alcançado. Nada foi enviado.',
  },
  'upstream-untrusted': {
    status: 502,
    message: 'O certificado do servidor de destino não pôde ser verificado. Nada foi enviado.',
  },
  'answer-lost': {
    status: 502,
    message:
      'A conexão com o servidor de destino caiu antes da resposta. Não se sabe se o pedido foi aplicado.',
  },
  'upstream-timeout': {
    status: 504,
    message: 'O servidor de destino não respondeu a tempo. Não se sabe se o pedido foi aplicado.',
  },
  'certificate-refused': {
    status: 502,
    message: 'O servidor de destino não aceitou o certificado apresentado.',
  },
  'credentials-unusable': {
    status: 400,
    message: 'A chave e o certificado entregues não servem para a conexão.',
  },
  'authority-unreachable': {
    status: 502,
    message: 'A autoridade certificadora não pôde ser alcançada.',
  },
  'authority-untrusted': {
    status: 502,
    message: 'O certificado do servidor da autoridade certificadora não pôde ser verificado.',
  },
  'authority-silent': {
    status: 504,
    message: 'A autoridade certificadora não respondeu por inteiro, ou não a tempo.',
  },
  'host-not-allowed': { status: 403, message: 'Este endereço não é atendido por este servidor.' },
  'origin-not-allowed': {
    status: 403,
    message: 'Só a própria página do aplicativo pode pedir isto.',
  },
  'ambiente-unknown': { status: 404, message: 'Ambiente não configurado.' },
  'path-unknown': { status: 404, message: 'Endereço inexistente.' },
  'method-not-allowed': { status: 405, message: 'Método não permitido.' },
  'body-too-large': { status: 413, message: 'Pedido maior que o limite.' },
  'body-malformed': { status: 400, message: 'Pedido malformado.' },
  'keys-not-taken': {
    status: 403,
    message: 'Este servidor não recebe chaves: ele não está nesta máquina.',
  },
  'address-not-allowed': {
    status: 403,
    message: 'Este endereço não está entre os das autoridades certificadoras conhecidas.',
  },
  'address-not-public': { status: 403, message: 'Este endereço leva a uma rede interna.' },
  'pen-absent': { status: 404, message: 'Este ambiente não envia nem recebe processos.' },
  'office-refused': { status: 401, message: 'Usuário ou senha não conferem.' },
  'too-many-tries': {
    status: 429,
    message: 'Há pedidos de entrada demais agora. Tente de novo em instantes.',
    // Seconds.
    retryAfter: 2,
  },
  'session-ended': { status: 401, message: 'É preciso entrar de novo.' },
  'role-missing': { status: 403, message: 'Este usuário não tem permissão para isto.' },
  'reader-elsewhere': {
    status: 409,
    message: 'Outro navegador recebe os processos deste órgão agora.',
  },
  redirected: { status: 502, message: 'A autoridade mudou de endereço.' },
  'gateway-failed': { status: 500, message: 'Falha interna do servidor do aplicativo.' },
};

const headersOf = (code: GatewayCode | 'own') => ({
  ...SECURITY_HEADERS,
  'cache-control': 'no-store',
  [GATEWAY_HEADER]: code,
});

/** The gateway's own word, in the court's shape plus `codigo` and what else is to be told, marked by `GATEWAY_HEADER`. */
export const gatewayAnswer = (code: GatewayCode, told: object = {}): Response => {
  const { status, message, retryAfter } = ANSWERS[code];
  const headers = {
    ...headersOf(code),
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  };
  return Response.json({ message, codigo: code, ...told }, { status, headers });
};

/** What the gateway did by itself and not by asking anybody. */
export const ownAnswer = (value: object): Response =>
  Response.json(value, { headers: headersOf('own') });
