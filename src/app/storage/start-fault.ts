import { MigrationFailedError } from '../../store/rewrite.ts';

/** Why the app cannot open. `update-failed`: the data is whole, in the form of the version before. */
export type StartFault = 'update-failed' | 'newer-data' | 'storage-full' | 'no-storage' | 'fault';

const BY_NAME: Record<string, StartFault> = {
  // A newer version of the app wrote the data (Indexed Database API §4.3).
  VersionError: 'newer-data',
  QuotaExceededError: 'storage-full',
  // Private windows, blocked storage, a profile that cannot be written.
  InvalidStateError: 'no-storage',
  SecurityError: 'no-storage',
  UnknownError: 'no-storage',
};

export const startFaultOf = (error: unknown): StartFault => {
  if (error instanceof MigrationFailedError) return 'update-failed';
  return (error instanceof DOMException && BY_NAME[error.name]) || 'fault';
};
