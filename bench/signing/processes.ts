import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const KB = 1024;

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended meanwhile.
    return '';
  }
};

/** Process and parent of all that run. */
const parents = (): Map<number, number> => {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(
    pids.map((pid) => [
      Number(pid),
      Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]),
    ]),
  );
};

/** A process and all it started. */
const family = (root: number): number[] => {
  const parentOf = parents();
  const members = new Set([root]);
  // A set that grows while it is walked: what is added comes up in turn.
  for (const member of members) {
    for (const [pid, parent] of parentOf) if (parent === member) members.add(pid);
  }
  return [...members];
};

const bytesIn = (pid: number, field: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`^${field}:\\s*(\\d+) kB`, 'm').exec(read(`/proc/${pid}/status`))?.[1] ?? 0) *
  KB;

/**
 * By how many bytes at most one process of the family grew at its peak while `work` ran (resident memory, proc(5)).
 * Throws where the system has no /proc.
 */
export const peakGrowth = async (root: number, work: () => Promise<unknown>): Promise<number> => {
  const before = new Map(family(root).map((pid) => [pid, bytesIn(pid, 'VmRSS')]));
  // Resets the peak to what is resident now.
  for (const pid of before.keys()) writeFileSync(`/proc/${pid}/clear_refs`, '5');
  await work();
  return Math.max(...family(root).map((pid) => bytesIn(pid, 'VmHWM') - (before.get(pid) ?? 0)));
};

/** The first process that was started with this word among its arguments. */
export const processWith = (word: string): number => {
  const found = [...parents().keys()].find((pid) => read(`/proc/${pid}/cmdline`).includes(word));
  if (found === undefined) throw new Error(`no process of ${word}`);
  return found;
};
