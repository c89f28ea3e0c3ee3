import type { UnknownServices } from './public-services.ts';

/**
 * Where deliveries go. Every draft, token, entry, delivery and signature carries its `id`;
 * `tipo` is visible on every screen. Demo anchors and demo people exist in `simulado` only.
 */
export interface Ambiente {
  id: string;
  tipo: 'simulado' | 'testes' | 'producao';
  /** Shown name, Portuguese. */
  nome: string;
  hosts: AmbienteHosts;
  /** PEM certificates that end a chain of trust in this environment. */
  anchors: string[];
  /**
   * Where a delivery is validated without being made, below the address of its layout and month (`/validar`);
   * absent where the court was not seen to do so.
   */
  validar?: string;
  /** Where open services are that the court mentions without saying where; absent ones are not asked. */
  servicos?: UnknownServices;
  /** Address of the time stamp authority (RFC 3161) used here; absent where none is configured. */
  timestampAuthority?: string;
  /** Demo people and files for download, in `simulado` only. */
  demo?: { arquivos: DemoFile[] };
  /** How PEN (Tramita GOV.BR) is reached; absent where no processes can be sent or received. */
  pen?: PenEnvironment;
}

/** PEN as the gateway offers it: the bodies it holds a certificate for, each with its own people. */
export interface PenEnvironment {
  /** Base address of the gateway's own calls and, below `/v3`, of the relayed ones; no trailing slash. */
  base: string;
  orgaos: PenOrgao[];
  /** People and passwords for training, in `simulado` only. */
  demo?: PenDemoPerson[];
}

/** A body (órgão) and the unit under which its processes are sent. */
export interface PenOrgao {
  id: string;
  nome: string;
  unidade: { repositorio: number; numero: string; nome: string };
}

/** What somebody may do in the office of a body; looking at lists needs none. */
export type PenPapel = 'enviar' | 'receber' | 'configurar';

export interface PenDemoPerson {
  usuario: string;
  senha: string;
  orgao: string;
  papeis: PenPapel[];
}

/** What `POST …/pen/entrar` answers: a person of a body's office, until `ate` (epoch ms UTC). */
export interface PenSession {
  /** Sent as `Authorization: Bearer`; means something to the gateway that gave it, while it runs. */
  sessao: string;
  usuario: string;
  /** The person's name. */
  nome: string;
  orgao: string;
  papeis: PenPapel[];
  ate: number;
  /** To be given with the next login under this name: it opens nothing, and lets others' tries not stand before it. */
  conhecido: string;
}

/** Who reads for a body now: a browser by its name, until `ate` (epoch ms UTC). */
export interface PenReader {
  nome: string;
  ate: number;
}

/** A file that the sandbox made for training; name and description as people see them. */
export interface DemoFile {
  nome: string;
  href: string;
  descricao: string;
}

/** What `GET /gateway/config.json` answers. */
export interface GatewayConfig {
  gateway: true;
  ambientes: Ambiente[];
}

/** Base addresses without trailing slash; a path alone means the page's own origin. */
export interface AmbienteHosts {
  /** Holds `/recepcao` and `/envio-manual`. */
  recepcao: string;
  /** Holds `/passaporte`, reached by the browser's own client certificate; absent where it cannot be. */
  passaporte?: string;
  /** Address of the gateway's certificate login (`POST`), present only where the gateway takes keys. */
  login?: string;
  /** Address of the gateway's relay to what authorities publish; absent without a gateway. */
  pki?: string;
  /** Address of the gateway's relay to the court's open services; absent without a gateway, or where it knows no host of them. */
  publico?: string;
}
