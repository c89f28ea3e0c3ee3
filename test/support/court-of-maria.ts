import { isJsonObject, type Json, type JsonObject, parseJson } from '../../src/base/json.ts';
import { ok } from '../../src/base/result.ts';
import { readToken } from '../../src/protocol/recepcao/token.ts';
import type { Earlier, RecepcaoErrand } from '../../src/protocol/recepcao/types.ts';
import { type Errand, recepcaoErrand } from './recepcao-errand.ts';
import { documentedPayload, useTestSandbox } from './sandbox.ts';

export const PERIOD = '/recepcao/LIC/REG_LICITACAO/2/2019';
const { idDocumentoPDF: LOCAL_ID, ...withoutFile } = documentedPayload;

export { withoutFile };

interface Asked {
  slp?: string;
  errand?: RecepcaoErrand;
  after?: Earlier[];
  payload: JsonObject;
  /** Also takes the file with it. */
  withFile?: boolean;
  content?: Blob;
  earlier?: Errand[];
  held?: () => number[];
}

/** Maria before the sandbox's court, with as many errands as she likes. */
export const useCourtOfMaria = async () => {
  const court = await useTestSandbox(undefined, { secret: 'segredo' });
  const { certificate } = await court.person('maria');
  const token = await court.login('maria', 830);
  const door = async (method: string, path: string, body?: object) => {
    const request = new Request(`http://127.0.0.1/sandbox/test${path}`, {
      method,
      headers: { 'X-Sandbox-Secret': 'segredo' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await court.sandbox.recepcao(request)).json();
  };
  const edital = await court.signP7s('maria', new Blob(['edital']));
  const errand = async ({ slp = 'REG_LICITACAO', withFile, content = edital, ...asked }: Asked) => {
    const { errand: kind, after, payload, ...rest } = asked;
    return recepcaoErrand({
      http: court.sandbox.recepcao,
      login: async () => {
        const fresh = readToken(await court.login('maria', 830), Date.now(), { fresh: true });
        return fresh.ok ? fresh.value : undefined;
      },
      signer: {
        summary: certificate,
        means: 'key',
        signPdf: async (pdf) => ok(await court.signPdf('maria', pdf)),
      },
      frozen: {
        ...(kind && { errand: kind }),
        ...(after && { after }),
        draftId: 'd1',
        ...{ spc: 'LIC', slp, mes: 2, ano: 2019, layoutSha256: '', payload },
      },
      files: withFile ? [{ localId: LOCAL_ID, name: 'edital.p7s', kind: 'p7s', content }] : [],
      ...rest,
    });
  };
  const delivered = async (): Promise<{ id: number; statusEnvio: string; json: Json }[]> => {
    const all: { id: number; statusEnvio: string; text: string }[] = await door(
      'GET',
      '/deliveries',
    );
    return all.map(({ id, statusEnvio, text }) => ({
      id,
      statusEnvio,
      json: parseJson(text) ?? null,
    }));
  };
  const send = async (payload: object = withoutFile) => {
    const { body } = await court.ask('POST', PERIOD, token, payload);
    const arquivo = isJsonObject(body) && isJsonObject(body.arquivo) ? body.arquivo : {};
    return { courtId: Number(arquivo.id), recibo: String(arquivo.recibo) };
  };
  return {
    ...court,
    token,
    errand,
    send,
    delivered,
    fault: (method: string, path: string, fault: object) =>
      door('POST', '/faults', { method, path, fault }),
    offersList: (offered: boolean) => door('PUT', '/list', { offered }),
  };
};
