/** Every key [owner, …] of one owner: arrays sort after numbers and texts (Indexed Database API §2.4). */
export const allOf = (owner: string): IDBKeyRange => IDBKeyRange.bound([owner], [owner, []]);
