import { vi } from 'vitest';
import { changeSession } from '../../src/app/pen/office.ts';
import { ambiente, ambientes } from '../../src/app/state.ts';
import { GATEWAY_HEADER } from '../../src/base/gateway-answer.ts';
import type { JsonObject } from '../../src/base/json.ts';
import type { Situacao } from '../../src/base/situacao.ts';

/** What a gateway answers to `GET /v3/tramites?IDT=9`; `undefined`: the connection breaks. */
type Answering = (asked: string, request: Request) => Response | Promise<Response> | undefined;

/** The gateway's own answer. */
export const own = (json: JsonObject): Response =>
  Response.json(json, { headers: { [GATEWAY_HEADER]: 'own' } });

/** The gateway's own no. */
export const refusedBy = (word: string, json: JsonObject = {}): Response =>
  Response.json(json, { status: 403, headers: { [GATEWAY_HEADER]: word } });

const UNIT = {
  identificacaoDoRepositorioDeEstruturas: 1,
  numeroDeIdentificacaoDaEstrutura: '2002',
};
/** What the platform says of a trâmite. */
export const statusOf = (IDT: number, situacaoAtual: Situacao) =>
  Response.json({
    totalDeRegistros: 1,
    tramites: [
      {
        ...{ IDT, NRE: 'n', protocolo: 'p', remetente: UNIT, destinatario: UNIT, situacaoAtual },
        ...{ mudancasDeSituacao: [], hashDosComponentesPendentesDeEnvio: [] },
      },
    ],
  });

const BASE = '/gateway/simulado/pen';

/** Somebody of the demo town's office, behind a gateway that answers so. Gives what was asked of it. */
export const enterTheOffice = (answering: Answering): string[] => {
  const unidade = { repositorio: 30, numero: '1001', nome: 'Protocolo' };
  const orgaos = ['prefeitura', 'ministerio'].map((id) => ({ id, nome: id, unidade }));
  const here = {
    ...({ id: 'simulado', tipo: 'simulado', nome: 'simulado', hosts: { recepcao: '' } } as const),
    ...{ anchors: [], pen: { base: BASE, orgaos } },
  };
  ambientes.value = [here];
  ambiente.value = here;
  comeIn('prefeitura');
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    const what = `${request.method} ${pathname.slice(BASE.length)}${search}`;
    asked.push(what);
    const answer = await answering(what, request);
    if (!answer) throw new TypeError('network');
    return answer;
  });
  return asked;
};

/** Who was in the office leaves it, and somebody of this body comes in. */
export const comeIn = (orgao: string): void =>
  changeSession({
    ...{ sessao: `session-of-${orgao}`, usuario: 'ana', nome: 'Ana', orgao, ambiente: 'simulado' },
    ...{ papeis: ['enviar', 'receber'], ate: Date.now() + 3_600_000, conhecido: '' },
  });
