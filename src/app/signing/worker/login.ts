import { byGateway, type PassaporteOperation } from '../../../protocol/recepcao/passaporte.ts';
import { openKey } from './open-key.ts';

/** An answer of Passaporte as it can pass between threads. */
interface RawAnswer {
  status: number;
  headers: [string, string][];
  body: ArrayBuffer;
}

/** One handshake at Passaporte through the gateway: the key goes from this worker to the gateway, never to the page. */
export const login = async (
  address: string,
  operation: PassaporteOperation,
): Promise<RawAnswer | undefined> => {
  const { pkcs8, chain } = openKey();
  const keys = async () => ({ privateKey: pkcs8.slice(), certificates: chain });
  const way = byGateway((request) => fetch(request), new URL(address), keys);
  const response = await way(operation, AbortSignal.timeout(60_000));
  if (!response) return undefined;
  const body = await response.arrayBuffer();
  return { status: response.status, headers: [...response.headers], body };
};
