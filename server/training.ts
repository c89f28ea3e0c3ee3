import { createServer } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { Bytes } from '../src/base/bytes.ts';
import { systemClock } from '../src/base/clock.ts';
import { type Listener, listenOn, type Runtime } from './listen.ts';
import { createSandbox, type Sandbox } from './sandbox/sandbox.ts';

/** The sandbox, with its Passaporte and its Barramento where they are served. */
export interface Training {
  sandbox: Sandbox;
  passaporte: Listener;
  pen: Listener;
}

/** Base address of the Barramento's REST v3, without trailing slash. */
export const penAddress = ({ sandbox, pen }: Training): string =>
  `https://localhost:${pen.port}${sandbox.pen.base}`;

interface TrainingOptions {
  dataDir: string;
  passaportePort: number;
  penPort: number;
  /** What a test must say to set faults; without it that door stays shut. */
  secret: string | undefined;
}

// The handshake asks for a certificate but does not insist: preflights come without one.
const clientCertificate = (socket: object): Bytes | undefined =>
  socket instanceof TLSSocket && socket.authorized
    ? new Uint8Array(socket.getPeerCertificate().raw)
    : undefined;

/** Opens the sandbox's data and serves Passaporte and the Barramento over TLS, each on a port of loopback. */
export const startTraining = async (
  { dataDir, passaportePort, penPort, secret }: TrainingOptions,
  { nodeListener }: Pick<Runtime, 'nodeListener'>,
): Promise<Training> => {
  const testDoor = secret === undefined ? {} : { testDoor: { secret } };
  const sandbox = await createSandbox({ dataDir, clock: systemClock, ...testDoor });
  const serve = (
    port: number,
    answer: (request: Request, certificate?: Bytes) => Promise<Response>,
  ): Promise<Listener> => {
    const listener = nodeListener((request, { incoming }) =>
      answer(request, clientCertificate(incoming.socket)),
    );
    const options = { ...sandbox.tls, requestCert: true, rejectUnauthorized: false };
    return listenOn(createServer(options, listener), port);
  };
  return {
    sandbox,
    passaporte: await serve(passaportePort, sandbox.passaporte),
    pen: await serve(penPort, sandbox.pen.answer),
  };
};
