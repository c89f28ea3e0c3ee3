/** Puts the slashes of `dd/mm/aaaa` as the digits come in; never while something is being erased. */
export const dateMask = (text: string, before: string): string =>
  text.length > before.length && /^\d{2}(\/\d{2})?$/.test(text) ? `${text}/` : text;
