import { fromBase64, toBase64, utf8 } from '../../../src/base/bytes.ts';

/** As OWASP recommends for PBKDF2 with SHA-256. */
const ROUNDS = 600_000;

/** What `hashPassword` makes. */
export const PASSWORD_HASH =
  /^pbkdf2-sha256\$(\d{1,8})\$([A-Za-z0-9+/]{22,}={0,2})\$([A-Za-z0-9+/]{43}=)$/;

const derive = async (
  password: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<string> => {
  const key = await crypto.subtle.importKey('raw', utf8(password.normalize()), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const recipe = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return toBase64(new Uint8Array(await crypto.subtle.deriveBits(recipe, key, 256)));
};

/** What the configuration keeps of a password: `pbkdf2-sha256$rounds$salt$hash`, the last two in base64 (RFC 8018 §5.2). */
export const hashPassword = async (password: string, rounds = ROUNDS): Promise<string> => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const hash = await derive(password, salt, rounds);
  return `pbkdf2-sha256$${rounds}$${toBase64(salt)}$${hash}`;
};

/** Whether a password is the one of which `kept` was made. */
export const isPassword = async (password: string, kept: string): Promise<boolean> => {
  const [, rounds = '', salt = '', hash] = PASSWORD_HASH.exec(kept) ?? [];
  return (await derive(password, fromBase64(salt), Number(rounds))) === hash;
};
