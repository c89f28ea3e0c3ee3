import { type Der, DerError } from '../der/reader.ts';
import { smallIntegerOf } from '../der/values.ts';

/** What was taken for a PFX. */
export type NotPfx =
  | 'not-a-pfx'
  /** X.509, DER or PEM: `.cer`, `.crt`. */
  | 'is-certificate'
  /** CMS SignedData: `.p7b` with certificates only, or `.p7s`. */
  | 'is-signed-data'
  /** A private key as PEM text. */
  | 'is-pem-key'
  | 'is-pdf';

/** Why a PFX does not open. */
export type PfxFault =
  | 'wrong-password'
  /** It begins as a PFX and ends too early. */
  | 'truncated'
  | NotPfx
  /** It holds certificates only. */
  | 'no-key'
  /** None of its certificates belongs to a key in it. */
  | 'no-certificate'
  | 'unsupported-algorithm'
  /** Its key derivation asks for more than five million rounds. */
  | 'too-many-rounds';

/** Carries a fault up to `openPfx`, which alone catches it. */
export class PfxRefusal extends Error {
  readonly fault: PfxFault;
  constructor(fault: PfxFault) {
    super(fault);
    this.fault = fault;
  }
}

/** More would keep the machine busy for minutes; files in use ask for up to a million. */
const MAX_ROUNDS = 5_000_000;

/** The rounds of a key derivation. Throws `PfxRefusal` above the limit, `DerError` where there are none. */
export const roundsOf = (node: Der): number => {
  const rounds = smallIntegerOf(node);
  if (rounds < 1) throw new DerError('malformed');
  if (rounds > MAX_ROUNDS) throw new PfxRefusal('too-many-rounds');
  return rounds;
};
