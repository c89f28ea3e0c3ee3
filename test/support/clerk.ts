import type { Locator, Page } from 'playwright';

/** A path, or a file that lies nowhere. */
type ChosenFile = Parameters<Locator['setInputFiles']>[0];

/** The documented payload of REG_LICITACAO (colare-doc 2.5), without the file, as a person types it. */
export const FIELDS: Record<string, string> = {
  'campo-numeroDecretoMunicipal': '659',
  'campo-dataDecretoMunicipal': '01/01/2019',
  'campo-dataPublicacao': '02/01/2019',
  'campo-detalhamentoLc123.artigoRegulamentouParticipExclusivaMEEPP': '25',
  'campo-detalhamentoLc123.valorLimiteRegParticipExclusivaMEEPP': '50.000,00',
  'campo-detalhamentoLc123.artigoProcSubContratacaoMEEPP': '26',
  'campo-detalhamentoLc123.percentualSubContratacaoMEEPP': '5,5',
};

export const ANSWERS: Record<string, boolean> = {
  'campo-existeRegulamentacaoMunicipal': true,
  'campo-detalhamentoLc123.regulamentouParticipExclusivaMEEPP': true,
  'campo-detalhamentoLc123.regulamentouProcSubContratacaoMEEPP': true,
  'campo-detalhamentoLc123.regulamentouCriteriosEmpenhoPagamentoMEEPP': false,
  'campo-detalhamentoLc123.regulamentouPercObjetoContratacaoMEEPP': false,
};

const byId = (page: Page, id: string) => page.locator(`[id="${id}"]`);

const doing = (page: Page, url: string) => ({
  open: async (screen = '') => {
    await page.goto(`${url}/${screen && `#/${screen}`}`);
    // Where only what follows `#` changed, the screen before still stands for a moment.
    const link = `.nav-link[href="#/${screen.split('/')[0] || 'inicio'}"][aria-current="page"]`;
    await page.locator(link).waitFor({ state: 'attached' });
    await page.getByRole('heading', { level: 1 }).waitFor();
  },

  waitsUntilReadyOffline: () => page.locator('[data-offline="ready"]').waitFor(),

  beginsDraft: async (month: string, year: string) => {
    await page.goto(`${url}/#/rascunhos`);
    await page.getByRole('button', { name: 'Novo rascunho' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Prestação de contas').selectOption('LIC');
    await sheet.getByLabel('Layout').selectOption('REG_LICITACAO');
    await sheet.getByLabel('Mês de referência').selectOption({ label: month });
    await sheet.getByLabel('Ano').fill(year);
    await sheet.getByRole('button', { name: 'Começar' }).click();
    await page.getByRole('heading', { name: 'Regulamentação de licitações' }).waitFor();
  },

  fillsIn: async (changes: Record<string, string> = {}) => {
    await byId(page, 'campo-codTipoEnvio').selectOption({ label: '1 – Inicial' });
    await byId(page, 'campo-codTipoRegulamentacao').selectOption({
      label: '1 – Registro de preços',
    });
    const section = byId(page, 'campo-detalhamentoLc123');
    await section.getByLabel('Informar esta parte').check();
    for (const [id, yes] of Object.entries(ANSWERS)) {
      await byId(page, yes ? id : `${id}-nao`).check();
    }
    for (const [id, text] of Object.entries({ ...FIELDS, ...changes })) {
      await byId(page, id).fill(text);
    }
    await byId(page, 'campo-numeroDecretoMunicipal').focus();
  },

  types: (id: string, text: string) => byId(page, id).fill(text),

  attaches: (path: string) => byId(page, 'campo-idDocumentoPDF').setInputFiles(path),

  opensCertificate: async (pfx: ChosenFile, password: string) => {
    await page.getByLabel('Arquivo do certificado (.pfx ou .p12)').setInputFiles(pfx);
    await page.getByLabel('Senha do certificado').fill(password);
    await page.getByRole('button', { name: 'Abrir certificado' }).click();
  },

  keepsKey: async (passphrase: string) => {
    await page.getByLabel('Frase secreta (ao menos 12 caracteres)').fill(passphrase);
    await page.getByLabel('Repita a frase').fill(passphrase);
    await page.getByRole('button', { name: 'Guardar a chave cifrada' }).click();
    await page.getByText('A chave está guardada aqui').waitFor();
  },

  unlocksWith: async (passphrase: string) => {
    await page.getByLabel('Frase secreta', { exact: true }).fill(passphrase);
    await page.getByRole('button', { name: 'Abrir', exact: true }).click();
  },

  checks: () => page.getByRole('button', { name: 'Conferir', exact: true }).click(),

  signs: async () => {
    await page.getByRole('button', { name: 'Assinar', exact: true }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Assinar agora' }).click();
    await sheet.waitFor({ state: 'detached' });
  },

  putsOnQueue: async () => {
    await page.getByRole('button', { name: 'Pôr na fila', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Pôr na fila' }).click();
    await page.getByRole('heading', { name: 'Fila de envio', level: 1 }).waitFor();
  },

  confirmsHomologation: async () => {
    await page.getByRole('button', { name: 'Conferir e homologar' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Assinar e homologar' }).click();
  },

  waitsForState: (state: string) => page.locator(`[data-state="${state}"]`).waitFor(),

  /** Comes into the office of a body; in the simulator all have the same password. */
  entersOffice: async (usuario: string, password = 'senha123') => {
    await page.goto(`${url}/#/processos/entrar`);
    await page.getByLabel('Usuário', { exact: true }).fill(usuario);
    await page.getByLabel('Senha').fill(password);
    await page.getByRole('button', { name: 'Entrar', exact: true }).click();
    await page.getByRole('heading', { name: 'Você está no órgão' }).waitFor();
  },

  /** Works for the prefeitura, from the list of processes, and begins one there. */
  beginsProcess: async (number: string) => {
    await page.getByLabel('Órgão').selectOption('prefeitura');
    await page.getByRole('button', { name: 'Novo processo' }).click();
    await page.getByLabel('Número do processo').fill(number);
    await page.getByRole('button', { name: 'Começar' }).click();
  },

  /** Where the focus is: the id of the element. */
  focus: () => page.evaluate(() => document.activeElement?.id),

  /** The error list of the draft: the fields it names, each a link to it. */
  errorLinks: () => page.getByRole('tabpanel').locator('button.link'),

  waitsUntilSaved: () => page.locator('[data-saving="saved"]').waitFor(),
});

export type Clerk = ReturnType<typeof clerkAt>;

/** A clerk at the app: what she does, in her words. */
export const clerkAt = (page: Page, url: string) => {
  const does = doing(page, url);
  return {
    ...does,

    /** Opens the app with her certificate at hand. */
    comesToWork: async (pfx: ChosenFile, password = 'senha123') => {
      await does.open('certificados');
      await does.opensCertificate(pfx, password);
      await page.getByText('Aberto', { exact: true }).waitFor();
    },

    /** The documented delivery of February 2019 with its file, except for what is changed. */
    prepares: async (file: string, changes: Record<string, string> = {}) => {
      await does.beginsDraft('Fevereiro', '2019');
      await does.fillsIn(changes);
      await does.attaches(file);
      await page.getByText('ainda não assinado').waitFor();
      await does.waitsUntilSaved();
    },

    signsAndQueues: async () => {
      await does.checks();
      await does.signs();
      await does.putsOnQueue();
    },
  };
};
