import type { Json } from '../../src/base/json.ts';
import type { ServerProcess } from './server-process.ts';

/** A request as the sandbox saw it; more of it stands in docs/protocols/sandbox-test-door.md. */
interface SeenRequest {
  method: string;
  path: string;
  /** The body of a JSON request. */
  json?: Json;
  /** As answered, also where the answer was then lost. */
  status: number;
  /** The kind of fault it met. */
  fault?: string;
}

/** A unit of the sandbox's Barramento. */
interface PenUnit {
  identificacaoDoRepositorioDeEstruturas: number;
  numeroDeIdentificacaoDaEstrutura: string;
}

type PenBehaviour =
  | { kind: 'accept' | 'return' | 'silent' }
  | { kind: 'refuse'; motivo: string; justificativa: string };

/** The sandbox's test door, from outside (docs/protocols/sandbox-test-door.md). */
export const testDoor = (server: () => ServerProcess) => {
  const ask = async (method: string, path: string, body?: Json): Promise<Response> => {
    const { url, testSecret = '' } = server();
    const response = await fetch(`${url}/sandbox/test/${path}`, {
      method,
      headers: { 'X-Sandbox-Secret': testSecret },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`test door: ${response.status} ${await response.text()}`);
    return response;
  };
  const deliveries = async (): Promise<
    { id: number; recibo: string; statusEnvio: string; text: string }[]
  > => (await ask('GET', 'deliveries')).json();
  const requests = async (): Promise<SeenRequest[]> => (await ask('GET', 'requests')).json();
  return {
    /** What the next requests of this method and path (a regular expression) meet. */
    plan: (method: string, path: string, fault: Json, times = 1) =>
      ask('POST', 'faults', { method, path, fault, times }),
    forgetFaults: () => ask('DELETE', 'faults'),
    deliveries,
    /** Revokes a demo certificate (hexadecimal serial number) since an instant (epoch ms). */
    revoke: (serialNumber: string, since: number) =>
      ask('POST', 'revoked', { serialNumber, since }),
    /** How many requests of this method the court got on this path. */
    count: async (method: string, path: RegExp): Promise<number> =>
      (await requests()).filter((seen) => seen.method === method && path.test(seen.path)).length,
    requests,
    forgetRequests: () => ask('DELETE', 'requests'),
    now: async (): Promise<number> => (await (await ask('GET', 'clock')).json()).now,
    moveClock: (now: number) => ask('PUT', 'clock', { now }),
    /** Whether the court lists deliveries. */
    offersList: (offered: boolean) => ask('PUT', 'list', { offered }),
    /** From this month on the court has another schema for a layout. */
    publishLayout: (from: { spc: string; slp: string; mes: number; ano: number }, schema: Json) =>
      ask('PUT', 'layouts', { ...from, schema }),
    resetClock: () => ask('DELETE', 'clock'),
    /** What happens at the Barramento's other bodies. */
    pen: {
      /** Every trâmite there is. */
      tramites: async (): Promise<
        { IDT: number; NRE: string; protocolo: string; sender: string; situacao: number }[]
      > => (await ask('GET', 'pen/tramites')).json(),
      /** What a unit does with what comes for it from now on. */
      behave: (unit: PenUnit, behaviour: PenBehaviour) =>
        ask('PUT', 'pen/units', { unit: { ...unit }, behaviour }),
      forgetBehaviours: () => ask('DELETE', 'pen/units'),
      /** Deals with one trâmite now. */
      deal: (IDT: number, behaviour: PenBehaviour) => ask('POST', 'pen/deal', { IDT, behaviour }),
      /** A body sends something of its own accord; one HTML document for each content. */
      send: async (sending: {
        remetente: PenUnit;
        destinatario: PenUnit;
        kind: 'processo' | 'documento';
        protocolo: string;
        contents: string[];
      }): Promise<Json> =>
        (
          await ask('POST', 'pen/send', {
            ...sending,
            remetente: { ...sending.remetente },
            destinatario: { ...sending.destinatario },
          })
        ).json(),
    },
  };
};
