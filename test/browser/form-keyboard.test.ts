import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { isJsonObject, type JsonObject, parseJson } from '../../src/base/json.ts';
import { sampleAddress } from '../../src/layout/catalogue.ts';
import { publicTables, tablesIn } from '../../src/layout/code-tables.ts';
import { fieldsOf } from '../../src/layout/fields.ts';
import { loadSide } from '../../src/layout/side.ts';
import { compileReport } from '../../src/validation/report.ts';
import { keyboardAt, withoutFileIds } from '../support/keyboard.ts';
import { useOffice } from '../support/office.ts';

const { sitDown, demo, door } = useOffice('form-keyboard');

const FASE1 = { spc: 'LIC', slp: 'LICITACAOFASE1' };

/** An opening with all that the layout requires and some of what it does not. */
const OPENING: JsonObject = {
  exercicioLicitacao: 2020,
  numeroLicitacao: 17,
  dataPrevistaAberturaSessao: '2020-02-03',
  objeto: 'Aquisição de merenda escolar, "tipo A"',
  criterioDesempateMEEPP: true,
  destinacaoExclusivaMEEPP: false,
  subcontratacaoMEEPP: false,
  limitePercObjetoContratacaoMEEPP: true,
  codModalidadeLicitacao: 6,
  codNaturezaProcedimento: 1,
  codTipoLicitacaoCriterioJulgamento: 2,
  processoPorLote: false,
  numeroProcessoAdministrativo: '123/2020',
  codNaturezaObjeto: 9999,
  idDocumentoPDF: '',
  codTipoEnvio: 1,
  idUnidadeGestora: 42,
  descricaoNaturezaObjetoOutros: 'Gêneros alimentícios',
  servicoContinuo: false,
  lote: [
    {
      numeroLote: 1,
      item: [
        {
          numeroItem: 1,
          descricao: 'Arroz',
          codUnidadeMedida: 3,
          valorDeReferencia: 1234.56,
          precoMaximo: true,
          codOrigemValorReferencia: 2,
          quantidade: 1500,
        },
      ],
    },
  ],
  responsaveis: [{ codTipoResponsabilidade: 3, numeroCpf: '12345678909' }],
  parecer: [
    {
      dataParecer: '2020-01-15',
      codTipoParecer: 1,
      numeroCpf: '12345678909',
      numeroRegistroOrgaoDeClasse: 'OAB 123',
      codUfRegistroOrgaoDeClasse: 9,
    },
  ],
  comissao: [
    {
      codTipoComissao: 1,
      codTipoAtoNomeacao: 2,
      numeroAtoNomeacao: '77',
      dataAtoNomeacao: '2020-01-02',
      inicioVigencia: '2020-01-02',
      fimVigencia: '2020-12-31',
      membro: [{ numeroCpf: '12345678909', codAtribuicao: 4, codNaturezaCargo: 5 }],
    },
  ],
  publicacao: [{ dataPublicacao: '2020-01-20', codVeiculoPublicacao: 4, idDocumentoPDF: '' }],
  naturezaDoObjetoDetalhada: [{ codNaturezaObjetoDetalhada: 8 }],
};

const FILE = '0b7e9a52-6f0f-4a63-9d38-0a4f7c3b1d11';

const withFiles = (document: JsonObject): JsonObject =>
  JSON.parse(
    JSON.stringify(document).replaceAll('"idDocumentoPDF":""', `"idDocumentoPDF":"${FILE}"`),
  );

it('the opening of a bidding is entered, signed and put on the queue without a mouse', async () => {
  const file = new URL(`../../public${sampleAddress(FASE1)}`, import.meta.url);
  const schema = parseJson(await readFile(file, 'utf8'));
  if (!isJsonObject(schema)) throw new Error('no schema');
  const tables = tablesIn({ mes: 1, ano: 2020 }, await publicTables());
  const form = fieldsOf(schema, FASE1, { side: await loadSide(FASE1), tables });
  const wanted = withFiles(OPENING);
  expect(compileReport(schema)(wanted)).toEqual([]);

  const { browser, clerk } = await sitDown();
  await clerk.comesToWork(demo('joao.pfx'));
  await clerk.open('rascunhos');
  const { keyboard, presses, fillsInUpTo, tabsToId } = keyboardAt(browser.page);

  await presses('Novo rascunho');
  await tabsToId('periodo-slp');
  await keyboard.press('ArrowDown');
  await tabsToId('periodo-mes');
  await keyboard.type('Janeiro');
  await tabsToId('periodo-ano');
  await keyboard.type('2020');
  await presses('Começar');
  await browser.page.getByRole('heading', { name: 'Licitação, fase 1' }).waitFor();

  await fillsInUpTo('Conferir', form, wanted, demo('edital.pdf'));
  await keyboard.press('Enter');
  await presses('Assinar');
  await presses('Assinar agora');
  await browser.page.getByRole('dialog').waitFor({ state: 'detached' });
  await presses('Pôr na fila');
  await presses('Pôr na fila');
  await browser.page.getByRole('heading', { name: 'Fila de envio' }).waitFor();

  await clerk.waitsForState('needs-person');
  const delivered = (await door.deliveries()).at(-1)?.text ?? '';
  expect(withoutFileIds(JSON.parse(delivered))).toEqual(withoutFileIds(wanted));
});
