import type { Earlier, RecepcaoErrand, RecepcaoFrozen } from './types.ts';

// What was frozen stays as it is, byte for byte (its hash begins the log): what it does not say is said here.

/** What an errand does at the court. */
export const errandOf = ({ errand }: Pick<RecepcaoFrozen, 'errand'>): RecepcaoErrand =>
  errand ?? { kind: 'deliver' };

/** What an errand waits for. */
export const earlierOf = ({ after }: Pick<RecepcaoFrozen, 'after'>): Earlier[] => after ?? [];
