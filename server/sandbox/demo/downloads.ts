import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import type { DemoFile } from '../../../src/base/environment.ts';
import { refusal, refuse } from '../tcmgo/answer.ts';
import { ours } from '../tcmgo/messages.ts';
import { DEMO_PASSWORD, PEOPLE } from './people.ts';

const PATH = '/sandbox/demo';

const file = (nome: string, descricao: string): DemoFile => ({
  nome,
  href: `${PATH}/${nome}`,
  descricao,
});

/** What the demo folder offers for download. */
export const DEMO_FILES: DemoFile[] = [
  ...PEOPLE.flatMap(({ file: name, nome, cpf }) => [
    file(`${name}.pfx`, `Certificado e chave de ${nome}, CPF ${cpf} (senha ${DEMO_PASSWORD})`),
    file(`${name}.pem`, `Certificado de ${nome}`),
    file(`${name}.key.pem`, `Chave de ${nome}, sem senha`),
  ]),
  file('raiz.pem', 'Certificado da autoridade raiz de demonstração'),
  file('cadeia.pem', 'Certificados das autoridades intermediárias'),
  file('edital.pdf', 'Edital inventado, para anexar e assinar'),
];

/** Serves the demo files of a data folder. */
export const createDownloads = (dataDir: string): Hono => {
  const app = new Hono();
  app.get(`${PATH}/:name`, async (c) => {
    const name = c.req.param('name');
    if (!DEMO_FILES.some((offered) => offered.nome === name)) {
      return refuse(refusal(404, ours('Não há arquivo de demonstração com este nome.')));
    }
    return c.body(new Uint8Array(await readFile(`${dataDir}/demo/${name}`)), 200, {
      'Content-Type': name.endsWith('.pdf') ? 'application/pdf' : 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${name}"`,
    });
  });
  return app;
};
