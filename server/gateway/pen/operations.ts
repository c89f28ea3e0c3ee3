import type { PenPapel } from '../../../src/base/environment.ts';

/** A call to PEN that is passed on. */
export interface PenOperation {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/v3`. */
  path: RegExp;
  /** One of these is needed; none where anybody of the office may look. */
  roles: readonly PenPapel[];
  /** It moves a state by reading or answering, so only the holder of the lease may (pen.md I, single reader rule). */
  reads?: true;
  /** A file or part of one: passed on while it comes, up to the largest part that mod-sei-pen sends. */
  carries?: 'upload' | 'download';
}

const OFFICE: readonly PenPapel[] = [];
const SENDING: readonly PenPapel[] = ['enviar'];
const RECEIVING: readonly PenPapel[] = ['receber'];
const EITHER: readonly PenPapel[] = ['enviar', 'receber'];

const operation = (
  method: PenOperation['method'],
  path: string,
  roles: readonly PenPapel[],
  more: Pick<PenOperation, 'reads' | 'carries'> = {},
): PenOperation => ({
  method,
  path: new RegExp(`^/${path.replaceAll('#', '[0-9]{1,16}')}$`),
  roles,
  ...more,
});

const UNITS = 'repositorios-de-estruturas/#/estruturas-organizacionais';
const TO_SEND = 'tickets-de-envio-de-componente/#/protocolos/componentes-a-enviar';
const TO_RECEIVE = 'tramites/#/protocolos/componentes-digitais';

/** The REST v3 calls of a system of processes; `#` stands for a number. All others are refused. */
export const PEN_OPERATIONS: readonly PenOperation[] = [
  operation('GET', 'healthcheck', OFFICE),
  operation('GET', 'repositorios-de-estruturas', OFFICE),
  operation('GET', UNITS, OFFICE),
  operation('GET', `${UNITS}/#`, OFFICE),
  operation('GET', `${UNITS}/#/filhas`, OFFICE),
  operation('GET', 'motivosUrgencia', OFFICE),
  operation('GET', 'especies', OFFICE),
  operation('GET', 'hipoteses', OFFICE),
  operation('GET', 'tramites', OFFICE),
  operation('GET', 'tramites/pendentes', OFFICE),
  operation('POST', 'tramites/processo', SENDING),
  operation('PUT', TO_SEND, SENDING, { carries: 'upload' }),
  operation('PUT', `${TO_SEND}/partes/#-#`, SENDING, { carries: 'upload' }),
  operation('POST', `${TO_SEND}/partes/sinalizacao-termino-envio`, SENDING),
  operation('GET', 'tramites/#/recibo-de-envio', SENDING),
  operation('GET', 'tramites/#/recibo', EITHER, { reads: true }),
  operation('GET', 'tramites/#/ciencia', SENDING, { reads: true }),
  operation('DELETE', 'tramites/#', SENDING),
  operation('GET', 'tramites/#', RECEIVING, { reads: true }),
  operation('POST', TO_RECEIVE, RECEIVING, { reads: true, carries: 'download' }),
  operation('POST', `${TO_RECEIVE}/partes/#-#`, RECEIVING, { reads: true, carries: 'download' }),
  operation('POST', 'tramites/#/recibo', RECEIVING, { reads: true }),
  operation('POST', 'tramites/#/recusa', RECEIVING, { reads: true }),
];

/** The operation of a method and path; `undefined` where none is passed on. */
export const operationOf = (method: string, path: string): PenOperation | undefined =>
  PEN_OPERATIONS.find((known) => known.method === method && known.path.test(path));
