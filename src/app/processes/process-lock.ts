/** The lock of the one window that changes a process. */
export const processLock = (id: string): string => `process:${id}`;
