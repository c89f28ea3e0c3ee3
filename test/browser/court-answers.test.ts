import { beforeEach, expect, it } from 'vitest';
import { type Json, parseJson } from '../../src/base/json.ts';
import { type Desk, useOffice } from '../support/office.ts';

// The error answers that colare-doc prints, each reached in the app as a person reaches it.

const PERIOD = 'LIC/REG_LICITACAO/2/2019';
const SEND = `^/recepcao/${PERIOD}$`;
const UPLOAD = '^/recepcao/arquivo/upload$';
const FILE_FIELD = 'campo-idDocumentoPDF';

const { sitDown, door, demo, courtsAnswer, url } = useOffice('court-answers');

const atWork = async () => {
  const desk = await sitDown();
  await desk.clerk.comesToWork(demo('joao.pfx'));
  return desk;
};

/** Every link of the error list moves the focus to the field it names. */
const expectLinks = async ({ browser, clerk }: Desk, fields: string[]) => {
  const links = clerk.errorLinks();
  await links.nth(fields.length - 1).waitFor();
  await expect.poll(() => links.count()).toBe(fields.length);
  for (const [n, field] of fields.entries()) {
    await browser.page.getByRole('heading', { level: 1 }).click();
    await links.nth(n).click();
    await expect.poll(() => clerk.focus()).toBe(field);
  }
};

/** The sentence stands at the field itself and is read with it. */
const sentenceAt = async ({ browser }: Desk, field: string): Promise<string> => {
  const errors = browser.page.locator(`[id="${field}-erros"]`);
  await errors.waitFor();
  return errors.innerText();
};

/** The technical parts of the error list: one for each field, so an entry about two fields stands twice. */
const reportShown = async ({ browser }: Desk): Promise<(Json | undefined)[]> => {
  const parts = await browser.page.getByRole('tabpanel').locator('details pre').allTextContents();
  return [...new Set(parts)].map(parseJson);
};

const payloadShown = async ({ browser }: Desk): Promise<Json> => {
  const tab = 'Dados a enviar';
  await browser.page.getByRole('tab', { name: tab }).click();
  const panel = browser.page.getByRole('tabpanel', { name: tab });
  const shown = panel.locator('pre', { hasText: '{' });
  const text = await shown.innerText();
  await browser.page.getByRole('tab', { name: 'Erros' }).click();
  return parseJson(text) ?? null;
};

const refusedAndBack = async ({ browser, clerk }: Desk, sentence: string) => {
  await clerk.waitsForState('rejected');
  await browser.page.locator('[data-state="rejected"]').getByText(sentence).waitFor();
  await browser.page.getByRole('link', { name: 'Corrigir o rascunho' }).click();
  await browser.page.getByText('O tribunal recusou este envio.').waitFor();
};

let before: number;
beforeEach(async () => {
  before = (await door.deliveries()).length;
});

const deliversMended = async ({ clerk }: Desk) => {
  await clerk.waitsForState('needs-person');
  expect(await door.deliveries()).toHaveLength(before + 1);
};

it('tells missing properties offline with the very entries of the court, each at its field', async () => {
  const desk = await sitDown();
  await desk.clerk.open();
  await desk.clerk.beginsDraft('Fevereiro', '2019');
  await desk.clerk.checks();
  await expectLinks(desk, [
    'campo-codTipoEnvio',
    'campo-codTipoRegulamentacao',
    'campo-existeRegulamentacaoMunicipal',
  ]);
  expect(await sentenceAt(desk, 'campo-codTipoEnvio')).toBe('Falta escolher uma opção da lista.');
  expect(await sentenceAt(desk, 'campo-existeRegulamentacaoMunicipal')).toBe(
    'Falta responder Sim ou Não.',
  );
  expect(await reportShown(desk)).toEqual(await courtsAnswer(PERIOD, await payloadShown(desk)));
});

it('tells wrong dates and numbers offline with the very entries of the court, each at its field', async () => {
  const desk = await sitDown();
  await desk.clerk.open();
  await desk.clerk.beginsDraft('Fevereiro', '2019');
  const limit = 'campo-detalhamentoLc123.valorLimiteRegParticipExclusivaMEEPP';
  await desk.clerk.fillsIn({ 'campo-dataDecretoMunicipal': '31/02/2019', [limit]: 'cinquenta' });
  await desk.clerk.checks();
  await expectLinks(desk, ['campo-dataDecretoMunicipal', limit]);
  expect(await sentenceAt(desk, 'campo-dataDecretoMunicipal')).toContain('31/02/2019');
  expect(await sentenceAt(desk, limit)).toContain('“cinquenta” não é um número');
  expect(await reportShown(desk)).toEqual(await courtsAnswer(PERIOD, await payloadShown(desk)));
});

const entryAt = (pointer: string, schema: string, rest: Record<string, Json>) => ({
  level: 'error',
  schema: { loadingURI: '#', pointer: schema },
  instance: { pointer },
  domain: 'validation',
  ...rest,
});
const ged = (rest: Record<string, Json>) =>
  entryAt('/idDocumentoPDF', '/properties/idDocumentoPDF', {
    keyword: 'format',
    attribute: 'arquivo-ged',
    ...rest,
  });

const DETAIL = '/definitions/detalhamentoLc123/properties';
const WRONG_DATE_AND_TYPES = [
  entryAt('/dataDecretoMunicipal', '/properties/dataDecretoMunicipal', {
    keyword: 'format',
    attribute: 'date',
    message: 'string "01/01/2019" é inválido contra o formato de data solicitado yyyy-MM-dd',
    value: '01/01/2019',
    expected: 'yyyy-MM-dd',
  }),
  entryAt(
    '/detalhamentoLc123/regulamentouParticipExclusivaMEEPP',
    `${DETAIL}/regulamentouParticipExclusivaMEEPP`,
    {
      keyword: 'type',
      message:
        'instância de tipo (string) não corresponde a nenhum tipo primitivo permitido ( permitido : ["boolean"] )',
      found: 'string',
      expected: ['boolean'],
    },
  ),
];

it('shows a report that only the court wrote, each entry at its field', async () => {
  const desk = await atWork();
  await desk.clerk.prepares(demo('edital.pdf'));
  await door.plan('POST', SEND, { kind: 'answer', status: 412, json: WRONG_DATE_AND_TYPES });
  await desk.clerk.signsAndQueues();
  await refusedAndBack(desk, 'é inválido contra o formato de data solicitado yyyy-MM-dd');
  await expectLinks(desk, [
    'campo-dataDecretoMunicipal',
    'campo-detalhamentoLc123.regulamentouParticipExclusivaMEEPP',
  ]);
  expect(await reportShown(desk)).toEqual(WRONG_DATE_AND_TYPES);
});

it('shows at the file field that its id is malformed', async () => {
  const malformed = ged({
    message:
      'Formato do arquivo GED inválido. O formato segue a estrutura UUID (Universally Unique IDentifier).',
    value: 'abcd',
    expected: 'UUID',
  });
  const desk = await atWork();
  await desk.clerk.prepares(demo('edital.pdf'));
  await door.plan('POST', SEND, { kind: 'answer', status: 412, json: [malformed] });
  await desk.clerk.signsAndQueues();
  await refusedAndBack(desk, 'Formato do arquivo GED inválido.');
  await expectLinks(desk, [FILE_FIELD]);
  expect(await sentenceAt(desk, FILE_FIELD)).toContain('“abcd” não identifica um arquivo.');
});

it('shows at the file field that the court does not know the file, and delivers once it is chosen again', async () => {
  const desk = await atWork();
  await desk.clerk.prepares(demo('edital.pdf'));
  // An id that was never given out: the refusal that follows is the court's own.
  const arquivo = '29f5882c-1188-4be6-9d16-b56d959e3519';
  await door.plan('POST', UPLOAD, { kind: 'answer', json: { arquivo, signatarios: [] } });
  await desk.clerk.signsAndQueues();
  await refusedAndBack(desk, 'Arquivo não existente na base do GED.');
  await expectLinks(desk, [FILE_FIELD]);
  expect(await sentenceAt(desk, FILE_FIELD)).toContain('O tribunal não encontrou este arquivo.');
  await desk.clerk.attaches(demo('edital.pdf'));
  await desk.browser.page.getByText('ainda não assinado').waitFor();
  await expect.poll(() => desk.clerk.errorLinks().count()).toBe(0);
  await desk.clerk.signsAndQueues();
  await deliversMended(desk);
});

it('shows the broken rule 6 with its number in queue and draft, and delivers once it is mended', async () => {
  const field = 'campo-detalhamentoLc123.percentualSubContratacaoMEEPP';
  const rule =
    'O percentual estabelecido para subcontrtação de ME e EPP não pode ser maior que 10%.';
  const desk = await atWork();
  await desk.clerk.prepares(demo('edital.pdf'), { [field]: '20' });
  await desk.clerk.signsAndQueues();
  await refusedAndBack(desk, `Regra 6: ${rule}`);
  await desk.browser.page.getByRole('tabpanel').getByText('regra 6').waitFor();
  await expectLinks(desk, [field]);
  expect(await sentenceAt(desk, field)).toContain(rule);
  await desk.clerk.types(field, '10');
  await desk.browser.page.getByText(rule).first().waitFor({ state: 'detached' });
  await desk.clerk.checks();
  await desk.clerk.putsOnQueue();
  await deliversMended(desk);

  // A later draft that would break it again is warned of it, and nothing more.
  await desk.clerk.beginsDraft('Março', '2019');
  await desk.clerk.fillsIn({ [field]: '20' });
  const warning = desk.browser.page.getByText('O tribunal recusou isto antes: regra 6');
  await warning.waitFor();
  await desk.clerk.types(field, '10');
  await warning.waitFor({ state: 'detached' });
});

it('shows the refusal of an upload at its file field', async () => {
  const message = 'Arquivo enviado não está assinado digitalmente!';
  const desk = await atWork();
  await desk.clerk.prepares(demo('edital.pdf'));
  await door.plan('POST', UPLOAD, { kind: 'answer', status: 400, json: { message } });
  await desk.clerk.signsAndQueues();
  await refusedAndBack(desk, message);
  await expectLinks(desk, [FILE_FIELD]);
  expect(await sentenceAt(desk, FILE_FIELD)).toContain(message);
  // Nothing is changed: the person may simply try again.
  await desk.clerk.checks();
  await desk.clerk.putsOnQueue();
  await deliversMended(desk);
});

/** Claims as Passaporte writes them, and a signature that the court cannot have made. */
const forgedToken = (now: number): string => {
  const part = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const created = Math.floor(now / 1000);
  const claims = {
    sub: '00000000191',
    audience: 'web',
    created,
    exp: created + 3600,
    representacao: 840,
  };
  return `${part({ alg: 'HS512' })}.${part(claims)}.${'A'.repeat(86)}`;
};

it('says that the court refused the token, and goes on with another way in', async () => {
  const desk = await atWork();
  const { page } = desk.browser;
  await desk.clerk.open('ajustes');
  await page.getByRole('radio', { name: 'Colando um acesso (token)' }).check();
  await page.getByRole('button', { name: 'Guardar ajustes' }).click();
  await page.getByLabel('Acesso (token)', { exact: true }).fill(forgedToken(Date.now()));
  await page.getByRole('button', { name: 'Usar este acesso' }).click();
  await page.getByText('Acesso aceito').waitFor();
  await desk.clerk.prepares(demo('edital.pdf'));
  await desk.clerk.signsAndQueues();
  await page.getByText('O Token enviado é inválido!').waitFor();
  await page.getByRole('link', { name: 'Colar outro' }).click();
  await page.getByRole('radio', { name: 'Com o certificado aberto aqui' }).check();
  await page.getByRole('button', { name: 'Guardar ajustes' }).click();
  await page.goto(`${url()}/#/fila`);
  await deliversMended(desk);
});
