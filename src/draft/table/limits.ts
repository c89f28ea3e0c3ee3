/** Most bytes of a file that is read as a table. */
export const MOST_FILE_BYTES = 100 * 1024 ** 2;
/** Most lines and cells that a page can hold and show. */
export const MOST_LINES = 200_000;
export const MOST_CELLS = 4_000_000;
/** Most bytes of a sheet's XML, or of that of a workbook's texts: twice what so many cells take up. */
export const MOST_PART_BYTES = 128 * MOST_CELLS;

/** There is more than is read. */
export class TooLongError extends Error {}
