import type { Ambiente, DemoFile } from '../../src/base/environment.ts';
import type { UnknownServices } from '../../src/base/public-services.ts';
import { type GatewayPen, publishedPen } from './pen/pen.ts';

/** An environment as the gateway knows it: what the page is told, and where the court really is. */
export interface GatewayAmbiente {
  id: string;
  tipo: Ambiente['tipo'];
  nome: string;
  /** Origin that holds `/recepcao` and `/envio-manual`. */
  recepcao: string;
  /** Origin that holds `/passaporte` and asks for the person's certificate. */
  passaporte: string;
  /** Origin of the court's open services (`ws.` at TCMGO); absent where the operator named none. */
  publico?: string;
  /** Where those of the open services are that the court mentions without saying where. */
  servicos?: UnknownServices;
  /** PEM certificates that end a chain of trust for signatures. */
  anchors: string[];
  /** PEM certificates accepted, beside the system's, as roots of the court's own servers. */
  ca: string[];
  /** Where data are only validated, below the address of a layout and month. */
  validar?: string;
  /** Address of the time stamp authority for this environment. */
  timestampAuthority?: string;
  /** Where exactly these addresses of authorities are answered instead: those of the sandbox's own. */
  published?: Readonly<Record<string, string>>;
  demo?: { arquivos: DemoFile[] };
  /** The bodies that send and receive processes from here; absent where none does. */
  pen?: GatewayPen;
}

/** The environment as the page sees it: through this gateway, with a login only where it takes keys. */
export const published = (ambiente: GatewayAmbiente, takesKeys: boolean): Ambiente => {
  const { id, tipo, nome, passaporte, anchors, validar, timestampAuthority, demo } = ambiente;
  const { publico, servicos, pen } = ambiente;
  const address = `/gateway/${id}`;
  const login = takesKeys ? { login: `${address}/login` } : {};
  return {
    id,
    tipo,
    nome,
    hosts: {
      recepcao: address,
      passaporte,
      ...login,
      pki: `${address}/pki`,
      ...(publico === undefined ? {} : { publico: `${address}/publico` }),
    },
    anchors,
    ...(validar === undefined ? {} : { validar }),
    ...(servicos ? { servicos } : {}),
    ...(timestampAuthority === undefined ? {} : { timestampAuthority }),
    ...(demo ? { demo } : {}),
    ...(pen ? { pen: publishedPen(pen, `${address}/pen`) } : {}),
  };
};
