/** Addresses of the court's open services below their host; `{ibge}` stands for a municipality's code of seven digits. */
export const PUBLIC_SERVICES = {
  representacoes: '/api/rest/passaporteService/{ibge}/representacoes',
  legislacoes: '/api/rest/colareService/{ibge}/legislacoes',
} as const;

/** Services that the court mentions without saying where; a setting of the environment. */
export interface UnknownServices {
  unidades?: string;
  adimplencia?: string;
}

/** The address of a service for one municipality. */
export const servicePath = (service: string, ibge: string): string =>
  service.replace('{ibge}', ibge);
