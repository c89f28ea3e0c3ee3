import type { Result } from '../../base/result.ts';
import type { Signer } from '../../signing/signer.ts';
import type { Token } from './token.ts';

/** What is unlocked in this tab, for one ambiente and representação. */
export interface Session {
  /** A token that may still be sent. */
  token(): Token | undefined;
  /** The court refused it: not to be given again. */
  tokenRefused(token: Token): void;
  /** The outbox is told that `unlock` is at hand only while there is one. */
  signer(): Signer | undefined;
}

/** Contents at rest, by their SHA-256 (lower-case hexadecimal). */
export interface Blobs {
  get(sha256: string): Promise<Blob | undefined>;
  /** Keeps the content and gives its SHA-256. */
  put(content: Blob): Promise<Result<string, 'storage-full'>>;
}
