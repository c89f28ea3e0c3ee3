/** Most bytes of a file that is read as a table. */
export const MOST_FILE_BYTES = 100 * 1024 ** 2;
/** Most lines and cells that a page can hold and show. */
export const MOST_LINES = 200_000;
export const MOST_CELLS = 4_000_000;
