/** One signature policy of ICP-Brasil (DOC-ICP-15.03), as far as it binds who signs and who verifies. */
export interface SignaturePolicy {
  oid: string;
  name: string;
  form: 'CAdES' | 'PAdES';
  /** First and last day on which it may be signed under, `yyyy-MM-dd`, UTC. */
  validFrom: string;
  validUntil: string;
  /** sigPolicyHash, SHA-256: of the policy's own fields, not of its file. */
  hash: string;
  /** Where the policy is published. */
  uri: string;
  /** The least size of key, in bits, by its kind; another kind is not allowed. */
  leastKeyBits: { RSA?: number; EC?: number };
  hashes: readonly ('SHA-256' | 'SHA-512')[];
  /** Generations of the root that its chains may end in. */
  roots: readonly string[];
}

/**
 * The basic policies (AD-RB), those of each form from the oldest to the newest; as of 2026-11-21. OID, period, hash and
 * roots were read from the published policies, algorithms from DOC-ICP-15.03 v9.1. The address of v2.3 is in public use;
 * the other three are formed like it.
 */
export const POLICIES: readonly SignaturePolicy[] = [
  {
    oid: '2.16.76.1.7.1.1.2.3',
    name: 'PA_AD_RB_v2_3',
    form: 'CAdES',
    validFrom: '2018-05-14',
    validUntil: '2029-03-02',
    hash: 'b16e88bbf77322a67995b79078778ed3d0ea7c88587b6f6d518b715e8f76a3d5',
    uri: 'http://politicas.icpbrasil.gov.br/PA_AD_RB_v2_3.der',
    leastKeyBits: { RSA: 2048 },
    hashes: ['SHA-256', 'SHA-512'],
    roots: ['v2', 'v5'],
  },
  {
    oid: '2.16.76.1.7.1.1.2.4',
    name: 'PA_AD_RB_v2_4',
    form: 'CAdES',
    validFrom: '2025-06-12',
    validUntil: '2037-10-22',
    hash: '1f3c904c44c392feef447e21faa7a04e85d9c0153346320f557b7042af5dcf13',
    uri: 'http://politicas.icpbrasil.gov.br/PA_AD_RB_v2_4.der',
    leastKeyBits: { RSA: 2048, EC: 256 },
    hashes: ['SHA-256', 'SHA-512'],
    roots: ['v5', 'v12'],
  },
  {
    oid: '2.16.76.1.7.1.11.1.2',
    name: 'PA_PAdES_AD_RB_v1_2',
    form: 'PAdES',
    validFrom: '2025-06-12',
    validUntil: '2037-10-22',
    hash: 'bf22358c963b52971f18c822d8529c5163fe55fa8eed1068d327adc6bc082ee2',
    uri: 'http://politicas.icpbrasil.gov.br/PA_PAdES_AD_RB_v1_2.der',
    leastKeyBits: { RSA: 2048, EC: 256 },
    hashes: ['SHA-256', 'SHA-512'],
    roots: ['v5', 'v12'],
  },
  {
    oid: '2.16.76.1.7.1.11.1.3',
    name: 'PA_PAdES_AD_RB_v1_3',
    form: 'PAdES',
    validFrom: '2025-07-23',
    validUntil: '2037-10-22',
    hash: '23e4be4b9b362172e4ebb0e72b86a133ece5aad843d8651c6e38a0ba3f08fc60',
    uri: 'http://politicas.icpbrasil.gov.br/PA_PAdES_AD_RB_v1_3.der',
    leastKeyBits: { RSA: 2048, EC: 256 },
    hashes: ['SHA-256', 'SHA-512'],
    roots: ['v5', 'v12'],
  },
];
