import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { toBrazilianDate } from '../../../src/base/civil-date.ts';
import type { JsonObject } from '../../../src/base/json.ts';
import { DEMO_IBGE, PEOPLE, type Person, type Representacao } from '../demo/people.ts';
import type { DeliveryStore } from '../state/delivery-store.ts';
import { refusal, refuse } from '../tcmgo/answer.ts';
import { ours } from '../tcmgo/messages.ts';
import { normOf } from './norm.ts';

const PASSAPORTE = '/api/rest/passaporteService/:ibge{[0-9]{7}}';
const COLARE = '/api/rest/colareService/:ibge{[0-9]{7}}';

/** Of the demo records, `dd/MM/yyyy`. */
const RECORDED = '02/01/2025';

const rightsOf = (person: Person) => person.representacoes.map((right) => ({ person, right }));

/** One representação as the open service lists it (recepcao.md B10). */
const listed = ({ person, right }: { person: Person; right: Representacao }): JsonObject => ({
  idRepresentacao: right.codigo,
  statusAprovacao: 'APROVADO',
  representante: person.nome,
  numeroCPF: person.cpf,
  unidadeGestoraRepresentada: right.unidade,
  representacao: right.representacao,
  dataInicioRepresentacao: toBrazilianDate(right.dataInicioRepresentacao),
  dataFinalRepresentacao: toBrazilianDate(right.dataFimRepresentacao),
  dataCadastro: RECORDED,
});

/** One unit, in the shape that a client knows (recepcao.md B12). */
const unit = ({ right }: { right: Representacao }): JsonObject => ({
  id: right.unidadeId,
  nome: right.unidade,
  razaoSocial: right.unidade,
  tipo: right.tipo,
  status: 'ATIVO',
  dataCadastro: RECORDED,
});

const ofTheDemo = createMiddleware(async (c, next) => {
  if (c.req.param('ibge') === DEMO_IBGE) return next();
  return refuse(refusal(404, ours(`O simulador só conhece o município de código ${DEMO_IBGE}.`)));
});

/** The court's open services (recepcao.md A 15-17): who represents whom, and the legislation delivered. */
export const createPublicServices = (deliveries: DeliveryStore): Hono => {
  const app = new Hono();

  app.get(`${PASSAPORTE}/representacoes`, ofTheDemo, (c) =>
    c.json(PEOPLE.flatMap(rightsOf).map(listed)),
  );

  app.get(`${PASSAPORTE}/unidades`, ofTheDemo, (c) => c.json(PEOPLE.flatMap(rightsOf).map(unit)));

  app.get(`${COLARE}/legislacoes`, ofTheDemo, async (c) => {
    const all = await deliveries.all();
    return c.json(all.filter(({ slp }) => slp === 'PES_LEGISLACAO').map(normOf));
  });

  return app;
};
