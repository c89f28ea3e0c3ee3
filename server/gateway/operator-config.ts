import { Ajv, type ErrorObject } from 'ajv';
import type { Json } from '../../src/base/json.ts';
import type { UnknownServices } from '../../src/base/public-services.ts';
import { err, ok, type Result } from '../../src/base/result.ts';
import type { GatewayAmbiente } from './ambientes.ts';
import { list, object, text } from './config-schema.ts';
import { type PenConfig, type PenFiles, penSchema, readPen } from './pen/pen-config.ts';

/** What the file named in `ESTAFETA_CONFIG` says; `docs/gateway.md` describes it for operators. */
export interface OperatorConfig {
  /** Values of `Host` answered beside this machine's own names. */
  allowedHosts: string[];
  /** Whether a person's key may be handed over under those names too. */
  allowKeys: boolean;
  /** Hosts of authorities beside those known (`pki-hosts.json`). */
  pkiHosts: string[];
  ambientes: GatewayAmbiente[];
}

/** What the configuration names, by its path as written there. */
export interface ConfigFiles {
  readText(path: string): Promise<string | undefined>;
  openKey: PenFiles['key'];
}

interface ConfigFile {
  allowedHosts: string[];
  allowKeys: boolean;
  pkiHosts: string[];
  ambientes: {
    id: string;
    tipo: 'testes' | 'producao';
    nome: string;
    hosts: { recepcao: string; passaporte: string; publico?: string };
    servicos?: UnknownServices;
    anchors: string[];
    ca: string[];
    timestampAuthority?: string;
    validar?: string;
    pen?: PenConfig;
  }[];
}

const host = {
  type: 'string',
  pattern: '^[a-z0-9.-]+(:[0-9]+)?$',
  description: 'deve ser um nome de máquina em minúsculas, com porta se não for a padrão',
};
const origin = {
  type: 'string',
  pattern: '^https://[a-z0-9.-]+(:[0-9]+)?$',
  description: 'deve ser um endereço https:// em minúsculas, sem caminho nem barra final',
};
const pkiHost = {
  type: 'string',
  pattern: '^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$',
  description: 'deve ser um nome de máquina em minúsculas, sem porta',
};
const address = {
  type: 'string',
  pattern: '^https?://[a-z0-9.-]+/[^ ]*$',
  description: 'deve ser um endereço http:// ou https:// com caminho',
};
const path = {
  type: 'string',
  pattern: '^(/[a-z0-9-]+)+$',
  description: 'deve ser um caminho como /validar',
};
const service = {
  type: 'string',
  pattern: '^(/[A-Za-z0-9_-]+)*/\\{ibge\\}(/[A-Za-z0-9_-]+)*$',
  description: 'deve ser um caminho com {ibge} no lugar do código do município',
};
const pemFiles = list(text, { default: [], description: 'deve ser uma lista de arquivos PEM' });
const schema = object(
  {
    allowedHosts: list(host, { default: [] }),
    pkiHosts: list(pkiHost, { default: [] }),
    allowKeys: { type: 'boolean', default: false, description: 'deve ser true ou false' },
    ambientes: list(
      object(
        {
          id: {
            type: 'string',
            pattern: '^(?!simulado$)[a-z][a-z0-9-]{0,31}$',
            description:
              'deve ter até 32 letras minúsculas, algarismos ou hífens, e não pode ser simulado',
          },
          tipo: { enum: ['testes', 'producao'], description: 'deve ser testes ou producao' },
          nome: text,
          hosts: object({ recepcao: origin, passaporte: origin, publico: origin }, [
            'recepcao',
            'passaporte',
          ]),
          servicos: object({ unidades: service, adimplencia: service }, []),
          anchors: pemFiles,
          ca: pemFiles,
          timestampAuthority: address,
          validar: path,
          pen: penSchema,
        },
        ['id', 'tipo', 'nome', 'hosts'],
      ),
    ),
  },
  ['ambientes'],
);

const validate = new Ajv({ allErrors: true, verbose: true, useDefaults: true }).compile<ConfigFile>(
  schema,
);

const faultOf = ({ instancePath, keyword, params, parentSchema }: ErrorObject): string => {
  const at = instancePath || '/';
  if (keyword === 'required') return `${at}: falta ${params.missingProperty}`;
  if (keyword === 'additionalProperties') {
    return `${at}: ${params.additionalProperty} não é uma opção conhecida`;
  }
  return `${at} ${parentSchema?.description}`;
};

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\sA-Za-z0-9+/=]+-----END CERTIFICATE-----/g;

/**
 * Reads the operator's configuration. The error is a list of Portuguese sentences, one for each fault,
 * so that the file is mended once.
 */
export const readOperatorConfig = async (
  json: Json,
  { readText, openKey }: ConfigFiles,
): Promise<Result<OperatorConfig, string[]>> => {
  if (!validate(json)) return err((validate.errors ?? []).map(faultOf));
  const faults: string[] = [];
  const certificates = async (paths: string[]): Promise<string[]> => {
    const files = paths.map(async (path) => {
      const found = (await readText(path))?.match(CERTIFICATE);
      if (!found) faults.push(`${path} não existe ou não contém certificado PEM`);
      return found ?? [];
    });
    return (await Promise.all(files)).flat();
  };
  const ambientes: GatewayAmbiente[] = [];
  const penOf = async (given: PenConfig) => {
    const files = { certificates: (path: string) => certificates([path]), key: openKey };
    const read = await readPen(given, files);
    if (!read.ok) faults.push(...read.error);
    return read.ok ? { pen: read.value } : {};
  };
  for (const { hosts, anchors, ca, pen, ...named } of json.ambientes) {
    if (ambientes.some(({ id }) => id === named.id)) faults.push(`${named.id} aparece duas vezes`);
    const roots = { anchors: await certificates(anchors), ca: await certificates(ca) };
    ambientes.push({ ...named, ...hosts, ...roots, ...(pen && (await penOf(pen))) });
  }
  const { allowedHosts, allowKeys, pkiHosts } = json;
  return faults.length > 0 ? err(faults) : ok({ allowedHosts, allowKeys, pkiHosts, ambientes });
};
