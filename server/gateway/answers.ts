import { GATEWAY_HEADER, type GatewayCode } from '../../src/base/gateway-answer.ts';
import { SECURITY_HEADERS } from '../../src/base/security-policy.ts';

const ANSWERS: Record<GatewayCode, { status: number; message: string }> = {
  'upstream-unreachable': {
    status: 502,
    message: 'O tribunal não pôde ser alcançado. Nada foi enviado.',
  },
  'upstream-untrusted': {
    status: 502,
    message: 'O certificado do servidor do tribunal não pôde ser verificado. Nada foi enviado.',
  },
  'answer-lost': {
    status: 502,
    message:
      'A conexão com o tribunal caiu antes da resposta. Não se sabe se o pedido foi aplicado.',
  },
  'upstream-timeout': {
    status: 504,
    message: 'O tribunal não respondeu a tempo. Não se sabe se o pedido foi aplicado.',
  },
  'certificate-refused': {
    status: 502,
    message: 'O tribunal não aceitou o certificado apresentado.',
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
  redirected: { status: 502, message: 'A autoridade mudou de endereço.' },
  'gateway-failed': { status: 500, message: 'Falha interna do servidor do aplicativo.' },
};

/** The gateway's own word, in the court's shape plus `codigo`, marked by `GATEWAY_HEADER`. */
export const gatewayAnswer = (code: GatewayCode): Response => {
  const { status, message } = ANSWERS[code];
  const headers = { ...SECURITY_HEADERS, 'cache-control': 'no-store', [GATEWAY_HEADER]: code };
  return Response.json({ message, codigo: code }, { status, headers });
};
