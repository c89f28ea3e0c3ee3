import { Hono } from 'hono';
import type { PenEnv } from './bus.ts';
import especies from './tables/especies.json' with { type: 'json' };
import hipoteses from './tables/hipoteses.json' with { type: 'json' };
import motivosDeUrgencia from './tables/motivos-de-urgencia.json' with { type: 'json' };

/** The real numbers are published nowhere: these are the sandbox's own, and far from 1, 2, 3 on purpose. */
const FIRST_HIPOTESE = 701;

const hipotesesLegais = hipoteses.map(({ nome, baseLegal }, index) => ({
  identificacao: FIRST_HIPOTESE + index,
  // pen.md A.2 8: at most 50 characters each.
  nome: nome.slice(0, 50),
  baseLegal: baseLegal.slice(0, 50),
  descricao: nome,
  status: true,
}));

/** One that is no longer in force, for what clients say of it. */
const inativa = {
  identificacao: FIRST_HIPOTESE + hipoteses.length,
  nome: 'Hipótese desativada (demonstração)',
  baseLegal: 'Nenhuma',
  descricao: 'Hipótese desativada, só do simulador',
  status: false,
};

/** The tables of the platform (pen.md A.2 1, 6–8). */
export const createTables = (): Hono<PenEnv> => {
  const app = new Hono<PenEnv>();
  app.get('/healthcheck', (c) => c.json({ status: 'UP' }));
  app.get('/especies', (c) => c.json({ especies }));
  app.get('/motivosUrgencia', (c) =>
    c.json({
      motivosUrgencia: motivosDeUrgencia.map((descricao, index) => ({
        codigo: index + 1,
        descricao,
      })),
    }),
  );
  app.get('/hipoteses', (c) => {
    const wanted = c.req.query('ativos') ?? c.req.query('status');
    const all = [...hipotesesLegais, inativa];
    return c.json({
      hipotesesLegais: all.filter(({ status }) => wanted === undefined || wanted === `${status}`),
    });
  });
  return app;
};
