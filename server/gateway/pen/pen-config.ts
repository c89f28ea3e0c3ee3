import { err, ok, type Result } from '../../../src/base/result.ts';
import { list, object, text } from '../config-schema.ts';
import { PASSWORD_HASH } from './password.ts';
import type { GatewayPen, PenBody, PenUser } from './pen.ts';

/** `pen` of an environment, as the operator's file has it; certificates and keys are names of PEM files. */
export interface PenConfig {
  servicos: string;
  orgaos: {
    id: string;
    nome: string;
    unidade: { repositorio: number; numero: string; nome: string };
    certificado: string;
    chave: string;
    senhaDaChave?: string;
    usuarios: PenUser[];
  }[];
}

const name = {
  type: 'string',
  pattern: '^[a-z][a-z0-9.-]{0,31}$',
  description: 'deve ter até 32 letras minúsculas, algarismos, pontos ou hífens',
};

const user = object(
  {
    usuario: name,
    nome: text,
    senha: {
      type: 'string',
      pattern: PASSWORD_HASH.source,
      description: 'deve ser o que `npx tsx server/hash-password.ts` escreve, não a própria senha',
    },
    papeis: list({
      enum: ['enviar', 'receber', 'configurar'],
      description: 'deve ser enviar, receber ou configurar',
    }),
  },
  ['usuario', 'nome', 'senha', 'papeis'],
);

const body = object(
  {
    id: name,
    nome: text,
    unidade: object(
      {
        repositorio: {
          type: 'integer',
          minimum: 1,
          description: 'deve ser o número do repositório de estruturas',
        },
        numero: {
          type: 'string',
          pattern: '^[0-9]{1,16}$',
          description: 'deve ser o número da unidade, entre aspas',
        },
        nome: text,
      },
      ['repositorio', 'numero', 'nome'],
    ),
    certificado: text,
    chave: text,
    senhaDaChave: text,
    usuarios: list(user),
  },
  ['id', 'nome', 'unidade', 'certificado', 'chave', 'usuarios'],
);

export const penSchema = object(
  {
    servicos: {
      type: 'string',
      pattern: '^https://[a-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._-]+)*$',
      description: 'deve ser um endereço https:// sem barra final, até /v3',
    },
    orgaos: list(body),
  },
  ['servicos', 'orgaos'],
);

/** Why a key does not serve a body. */
export type KeyFault = 'key-unusable' | 'key-not-rsa' | 'key-of-another';

/** The files of a body: its certificates by their file, and its key opened. The host opens it, having `node:crypto`. */
export interface PenFiles {
  certificates(path: string): Promise<string[]>;
  /** PEM, PKCS#8, not encrypted, of the first of the certificates. */
  key(
    path: string,
    password: string | undefined,
    certificate: string,
  ): Promise<Result<string, KeyFault>>;
}

const KEY_FAULTS: Record<KeyFault, string> = {
  'key-unusable': 'não existe, não é uma chave PEM ou não abre com senhaDaChave',
  'key-not-rsa': 'não é uma chave RSA, e só com RSA se assinam recibos',
  'key-of-another': 'não é a chave do certificado do órgão',
};

/** What must be there once: a login names no body, and two bodies with one certificate are one to the platform. */
const twice = (orgaos: PenConfig['orgaos']): string[] => {
  const names = [
    ...orgaos.map(({ id }) => `o órgão ${id}`),
    ...orgaos.map(({ certificado }) => `o certificado ${certificado}`),
    ...orgaos.flatMap(({ usuarios }) => usuarios.map(({ usuario }) => `o usuário ${usuario}`)),
  ];
  return names
    .filter((name, index) => names.indexOf(name) < index)
    .map((name) => `${name} aparece duas vezes`);
};

/** Reads `pen` of an environment with the files it names; the error is a list of Portuguese sentences. */
export const readPen = async (
  { servicos, orgaos }: PenConfig,
  files: PenFiles,
): Promise<Result<GatewayPen, string[]>> => {
  const faults = twice(orgaos);
  const bodies: PenBody[] = [];
  for (const { id, nome, unidade, certificado, chave, senhaDaChave, usuarios } of orgaos) {
    const certificates = await files.certificates(certificado);
    const [leaf] = certificates;
    if (leaf === undefined) continue;
    const key = await files.key(chave, senhaDaChave, leaf);
    if (key.ok) {
      const pems = { key: key.value, certificates: certificates.join('\n') };
      bodies.push({ id, nome, unidade, ...pems, users: usuarios });
    } else {
      faults.push(`${chave} ${KEY_FAULTS[key.error]}`);
    }
  }
  return faults.length > 0 ? err(faults) : ok({ servicos, orgaos: bodies });
};
