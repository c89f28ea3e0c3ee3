import words from './words.json' with { type: 'json' };

/** Words of the wire's names that are written otherwise in Portuguese, by their lower-case form. */
const SPELLING = new Map<string, string>(Object.entries(words));

/** Nouns that take `de` before the next noun: `dataPublicacao` is "data de publicação". */
const LINKED = new Set(['data', 'numero', 'nro', 'quantidade', 'qtd', 'tipo', 'valor', 'natureza']);
const NOT_LINKED = new Set(
  'a acrescida aderida atual da das de decrescida desdobra do e efetivo final licitada limite maximo minimo ou prevista redutor total unitario'.split(
    ' ',
  ),
);

/** Words, runs of digits, abbreviations in capitals, and `PcD`: `numeroCPFOrdenador2020`. */
const PARTS = /[Pp]cD|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;

const spelt = (word: string): string =>
  SPELLING.get(word) ?? word.replace(/cao$/, 'ção').replace(/coes$/, 'ções').replace(/sao$/, 'são');

/** A name of the wire as a Portuguese label: `codTipoEnvio` becomes "Tipo de envio". */
export const labelOfName = (name: string): string => {
  const parts = name
    .replace(/^(cod(?=[A-Z])|id(?=Documento))/, '')
    .match(PARTS)
    ?.map((part) => part.toLowerCase());
  const sentence =
    SPELLING.get(name.toLowerCase()) ??
    parts
      ?.map((part, index) => {
        const next = parts[index + 1];
        return LINKED.has(part) && next && !NOT_LINKED.has(next)
          ? `${spelt(part)} de`
          : spelt(part);
      })
      .join(' ');
  return sentence ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : name;
};

/** A schema's title where it is one: the court's titles are names of blocks, `licitacaoFase1`. */
export const labelOfTitle = (title: string): string =>
  /^\w+$/.test(title) ? labelOfName(title) : title;
