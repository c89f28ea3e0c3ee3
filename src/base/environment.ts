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
}

/** Base addresses without trailing slash; a path alone means the page's own origin. */
export interface AmbienteHosts {
  /** Holds `/recepcao` and `/envio-manual`. */
  recepcao: string;
  /** Holds `/passaporte`, reached by the browser's own client certificate; absent where it cannot be. */
  passaporte?: string;
  /** Address of the gateway's certificate login (`POST`), present only where the gateway takes keys. */
  login?: string;
}
