import { useEffect, useState } from 'preact/hooks';
import { factsOfKnown } from '../../app/certificate-facts.ts';
import { certificates } from '../../app/certificates.ts';
import type { Check } from '../../app/form.ts';
import { forbidden } from '../../app/signing/checks.ts';
import { preflight } from '../../app/signing/preflight.ts';
import { isHandwritten } from '../../app/signing/worth.ts';
import { ambiente, clockSkew, key, token } from '../../app/state.ts';

interface Preflight {
  /** Absent until they are made. */
  checks: readonly Check[] | undefined;
  /** Whether a key is open and nothing forbids to sign with it. */
  allowed: boolean;
  /** Whether the open key's signature is worth a handwritten one. */
  handwritten: boolean;
  /** Checks anew, right before the signature: time has passed since the list was shown. */
  stillAllowed(): Promise<boolean>;
}

const allows = (checks: readonly Check[] | undefined): boolean =>
  checks !== undefined && checks.length > 0 && !forbidden(checks);

const kindOfOpen = () => {
  const state = key.value;
  if (state.kind !== 'unlocked') return undefined;
  const { fingerprint } = state.certificate;
  const known = certificates.value.find(({ summary }) => summary.fingerprint === fingerprint);
  return known && factsOfKnown(known)?.kind;
};

/** The checks before a signature, made again whenever something they depend on changes. */
export const usePreflight = (): Preflight => {
  const [checks, setChecks] = useState<readonly Check[]>();
  useEffect(() => {
    let current = true;
    void preflight().then((found) => current && setChecks(found));
    return () => {
      current = false;
    };
  }, [key.value, ambiente.value, token.value, clockSkew.value]);
  return {
    checks,
    allowed: key.value.kind === 'unlocked' && allows(checks),
    handwritten: isHandwritten(kindOfOpen(), checks ?? [], ambiente.value?.tipo),
    stillAllowed: async () => {
      const found = await preflight();
      setChecks(found);
      return allows(found);
    },
  };
};
