import { useEffect, useState } from 'preact/hooks';
import { clockSkew } from '../../app/connection.ts';
import type { Check } from '../../app/form.ts';
import { forbidden } from '../../app/signing/checks.ts';
import { preflight } from '../../app/signing/preflight.ts';
import { ambiente, key, token } from '../../app/state.ts';

interface Preflight {
  /** Absent until they are made. */
  checks: readonly Check[] | undefined;
  /** Whether a key is open and nothing forbids to sign with it. */
  allowed: boolean;
  /** Checks anew, right before the signature: time has passed since the list was shown. */
  stillAllowed(): Promise<boolean>;
}

const allows = (checks: readonly Check[] | undefined): boolean =>
  checks !== undefined && checks.length > 0 && !forbidden(checks);

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
    stillAllowed: async () => {
      const found = await preflight();
      setChecks(found);
      return allows(found);
    },
  };
};
