import type { AuthorityName } from './authorities.ts';

// As certificates name them; nobody answers under `.invalid` (RFC 6761 §6.4), only the gateway of the same machine.
const AUTHORITY = 'http://ac.demonstracao.invalid';

export const crlAddress = (authority: AuthorityName): string => `${AUTHORITY}/lcr/${authority}.crl`;

export const certificateAddress = (authority: AuthorityName): string =>
  `${AUTHORITY}/certificados/${authority}.crt`;

export const OCSP_ADDRESS = 'http://ocsp.demonstracao.invalid/';

export const TIMESTAMP_ADDRESS = 'http://act.demonstracao.invalid/carimbo';

/** The paths of the sandbox that answer for these addresses. */
export const ICP_PATH = '/sandbox/icp';

const AUTHORITY_NAMES: AuthorityName[] = ['raiz', 'primeira', 'final'];

/** Where the sandbox answers for each address that stands in the demo certificates. */
export const ICP_PATHS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    AUTHORITY_NAMES.flatMap((name) => [
      [crlAddress(name), `${ICP_PATH}/lcr/${name}.crl`],
      [certificateAddress(name), `${ICP_PATH}/certificados/${name}.crt`],
    ]),
  ),
  [OCSP_ADDRESS]: `${ICP_PATH}/ocsp`,
  [TIMESTAMP_ADDRESS]: `${ICP_PATH}/carimbo`,
};
