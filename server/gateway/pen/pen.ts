import type {
  PenDemoPerson,
  PenEnvironment,
  PenOrgao,
  PenPapel,
} from '../../../src/base/environment.ts';

/** PEN as the gateway knows it: where it is, and the bodies that ask it from here. */
export interface GatewayPen {
  /** Address of the REST services up to `/v3`, without trailing slash. */
  servicos: string;
  orgaos: readonly PenBody[];
  demo?: PenDemoPerson[];
}

/** A body with what its connections present and its receipts are signed with, and who works for it. */
export interface PenBody extends PenOrgao {
  /** PEM, PKCS#8, RSA, not encrypted: the same key for TLS and for receipts. It never leaves the gateway. */
  key: string;
  /** PEM, the leaf first. */
  certificates: string;
  users: readonly PenUser[];
}

/** Somebody of a body's office. */
export interface PenUser {
  /** Name for the login; unique in the environment. */
  usuario: string;
  /** The person's name. */
  nome: string;
  /** As `hashPassword` makes it. */
  senha: string;
  papeis: PenPapel[];
}

/** What the page is told: addresses and names, nothing of keys and people. */
export const publishedPen = ({ orgaos, demo }: GatewayPen, base: string): PenEnvironment => ({
  base,
  orgaos: orgaos.map(({ id, nome, unidade: { repositorio, numero, nome: unidade } }) => ({
    id,
    nome,
    unidade: { repositorio, numero, nome: unidade },
  })),
  ...(demo ? { demo } : {}),
});
