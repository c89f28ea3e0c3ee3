/** Rows by their owner, in their order. */
export const groupBy = <T>(rows: readonly T[], ownerOf: (row: T) => string) => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(ownerOf(row));
    if (group) group.push(row);
    else groups.set(ownerOf(row), [row]);
  }
  return (owner: string): T[] => groups.get(owner) ?? [];
};
