import type { Bytes } from '../../../src/base/bytes.ts';
import { createPages } from '../pdf/pages.ts';
import { CLAUSES, EDITAL_TITLE, PRODUCTS, UNITS_SERVED } from './edital-text.ts';

const reais = (centavos: number) =>
  (centavos / 100).toLocaleString('pt-BR', { minimumFractionDigits: 2 });

/** Every product for every unit served, in quantities that differ and are the same at every start. */
const items = (): string[][] =>
  UNITS_SERVED.flatMap((served, unitIndex) =>
    PRODUCTS.map(([name, unit, centavos], index) => {
      const quantity = 12 + ((index * 37 + unitIndex * 53) % 29) * 6;
      const number = String(unitIndex * PRODUCTS.length + index + 1);
      return [
        number,
        name,
        served,
        `${quantity} ${unit}`,
        reais(centavos),
        reais(quantity * centavos),
      ];
    }),
  );

/** An invented edital of several pages, to be signed and attached. `at` is its date, epoch ms. */
export const editalPdf = async (at: number): Promise<Bytes> => {
  const pages = await createPages(EDITAL_TITLE, at);
  pages.heading(EDITAL_TITLE);
  pages.paragraph('Município de Serra do Sabiá - Registro de preços - Menor preço por item');
  for (const { title, paragraphs } of CLAUSES) {
    pages.heading(title);
    for (const paragraph of paragraphs) pages.paragraph(paragraph);
  }
  pages.heading('Anexo I - Itens, quantidades e preços de referência (R$)');
  pages.table(
    ['Item', 'Descrição', 'Unidade atendida', 'Quantidade', 'Unitário', 'Total'],
    items(),
    [0.06, 0.33, 0.26, 0.15, 0.09, 0.11],
  );
  return pages.finish('Documento de demonstração, sem valor');
};
