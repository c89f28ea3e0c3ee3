import type { Clock } from '../../../src/base/clock.ts';
import type { DeliveryStore } from '../state/delivery-store.ts';
import type { FileStore } from '../state/file-store.ts';
import type { LayoutCatalogue } from './layouts.ts';
import type { SignatureCheck } from './signatures.ts';
import type { TokenMint } from './token.ts';

/** What the court's endpoints share. */
export interface Court {
  clock: Clock;
  layouts: LayoutCatalogue;
  deliveries: DeliveryStore;
  files: FileStore;
  tokens: TokenMint;
  signatures: SignatureCheck;
  /** Whether deliveries can be listed; the court documents no such thing. */
  list: { offered: boolean };
}
