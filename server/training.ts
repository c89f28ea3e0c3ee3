import { createServer } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { Bytes } from '../src/base/bytes.ts';
import { systemClock } from '../src/base/clock.ts';
import { type Listener, listenOn, type Runtime } from './listen.ts';
import { createSandbox, type Sandbox } from './sandbox/sandbox.ts';

/** The sandbox, and its Passaporte where it is served. */
export interface Training {
  sandbox: Sandbox;
  passaporte: Listener;
}

interface TrainingOptions {
  dataDir: string;
  passaportePort: number;
  /** What a test must say to set faults; without it that door stays shut. */
  secret: string | undefined;
}

// The handshake asks for a certificate but does not insist: preflights come without one.
const clientCertificate = (socket: object): Bytes | undefined =>
  socket instanceof TLSSocket && socket.authorized
    ? new Uint8Array(socket.getPeerCertificate().raw)
    : undefined;

/** Opens the sandbox's data and serves Passaporte over TLS on a port of loopback. */
export const startTraining = async (
  { dataDir, passaportePort, secret }: TrainingOptions,
  { nodeListener }: Runtime,
): Promise<Training> => {
  const testDoor = secret === undefined ? {} : { testDoor: { secret } };
  const sandbox = await createSandbox({ dataDir, clock: systemClock, ...testDoor });
  const listener = nodeListener((request, { incoming }) =>
    sandbox.passaporte(request, clientCertificate(incoming.socket)),
  );
  const options = { ...sandbox.tls, requestCert: true, rejectUnauthorized: false };
  return { sandbox, passaporte: await listenOn(createServer(options, listener), passaportePort) };
};
