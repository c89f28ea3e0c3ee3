import type { Ambiente } from '../base/environment.ts';
import { isJsonObject, type Json, parseJson } from '../base/json.ts';

/** Where the app may deliver to, and whether a gateway of its own told so. */
export interface KnownEnvironments {
  gateway: boolean;
  ambientes: Ambiente[];
}

// Asked in this order: a gateway's word wins over what was fixed at build.
const ADDRESSES = ['./gateway/config.json', './ambientes.json'];

/**
 * Asks the page's own origin; `undefined` where nobody answers (offline), so that the last known ones go on.
 */
export const askEnvironments = async (): Promise<Json | undefined> => {
  for (const address of ADDRESSES) {
    const json = parseJson(await textOf(address));
    if (json !== undefined && readEnvironments(json)) return json;
  }
  return undefined;
};

const LONGEST_MS = 5_000;

const textOf = async (address: string): Promise<string> => {
  try {
    const signal = AbortSignal.timeout(LONGEST_MS);
    const response = await fetch(address, { cache: 'no-store', signal });
    return response.ok ? await response.text() : '';
  } catch {
    return '';
  }
};

const isText = (value: Json | undefined): value is string => typeof value === 'string';
const optionalText = (value: Json | undefined) => value === undefined || isText(value);
const TIPOS: Json[] = ['simulado', 'testes', 'producao'];

const isServices = (value: Json | undefined): boolean =>
  value === undefined ||
  (isJsonObject(value) && [value.unidades, value.adimplencia].every(optionalText));

const isOrgao = (value: Json): boolean =>
  isJsonObject(value) &&
  [value.id, value.nome].every(isText) &&
  isJsonObject(value.unidade) &&
  typeof value.unidade.repositorio === 'number' &&
  [value.unidade.numero, value.unidade.nome].every(isText);

const isPen = (value: Json | undefined): boolean =>
  value === undefined ||
  (isJsonObject(value) &&
    isText(value.base) &&
    Array.isArray(value.orgaos) &&
    value.orgaos.every(isOrgao));

const isAmbiente = (value: Json): value is Json & Ambiente =>
  isJsonObject(value) &&
  [value.id, value.nome].every(isText) &&
  TIPOS.includes(value.tipo ?? null) &&
  isJsonObject(value.hosts) &&
  isText(value.hosts.recepcao) &&
  [value.hosts.passaporte, value.hosts.login, value.hosts.pki, value.hosts.publico].every(
    optionalText,
  ) &&
  [value.timestampAuthority, value.validar].every(optionalText) &&
  isServices(value.servicos) &&
  isPen(value.pen) &&
  Array.isArray(value.anchors) &&
  value.anchors.every(isText);

/** Reads the environments as a gateway or a build tells them; `undefined` where it is something else. */
export const readEnvironments = (json: Json): KnownEnvironments | undefined => {
  if (!isJsonObject(json) || !Array.isArray(json.ambientes)) return undefined;
  if (!json.ambientes.every(isAmbiente)) return undefined;
  return { gateway: json.gateway === true, ambientes: json.ambientes };
};
