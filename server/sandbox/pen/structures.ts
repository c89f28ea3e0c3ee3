import { Hono } from 'hono';
import { type PenUnit, REPOSITORIES, UNITS, unitOf } from './bodies.ts';
import type { PenEnv } from './bus.ts';
import { faultAnswer } from './fault.ts';
import { unknownUnit } from './units.ts';

const LONGEST_PAGE = 100;

const PATH = '/repositorios-de-estruturas/:repositorio/estruturas-organizacionais';

const estruturaOf = (unit: PenUnit): object => ({
  numeroDeIdentificacaoDaEstrutura: unit.numero,
  nome: unit.nome,
  sigla: unit.sigla,
  ativo: true,
  aptoParaReceberTramites: unit.naoRecebe !== true,
  unidadeReceptora: unit.unidadeReceptora === true,
  codigoNoOrgaoEntidade: '',
  codigoUnidadeReceptora: unit.recebidoPor ?? '',
  tipoDeTramitacao: 0,
  hierarquia: unit.acima.map((numero) => {
    const above = unitOf(unit.repositorio, numero);
    return {
      numeroDeIdentificacaoDaEstrutura: numero,
      nome: above?.nome ?? '',
      sigla: above?.sigla ?? '',
    };
  }),
});

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const contains = (text: string, part: string | undefined): boolean =>
  part === undefined || folded(text).includes(folded(part));

const isAsAsked = (wanted: string | undefined, is: boolean): boolean =>
  wanted === undefined || wanted === String(is);

/** Repositories and their units (pen.md A.2 2–5). */
export const createStructures = (): Hono<PenEnv> => {
  const app = new Hono<PenEnv>();
  const unitsOf = (repositorio: string) =>
    UNITS.filter((unit) => unit.repositorio === Number(repositorio));

  app.get('/repositorios-de-estruturas', (c) => {
    const wanted = c.req.query('ativos') ?? c.req.query('ativo');
    return c.json(REPOSITORIES.filter(({ ativo }) => isAsAsked(wanted, ativo)));
  });

  app.get(PATH, (c) => {
    const query = (name: string) => c.req.query(name);
    const root = query('numeroDeIdentificacaoDaEstruturaRaizDaConsulta');
    const found = unitsOf(c.req.param('repositorio')).filter(
      (unit) =>
        (root === undefined || unit.numero === root || unit.acima.includes(root)) &&
        contains(unit.nome, query('nome')) &&
        contains(unit.sigla, query('sigla')) &&
        isAsAsked(query('permiteRecebimento'), unit.naoRecebe !== true),
    );
    const from = Number(query('registroInicial') ?? 0);
    const most = Math.min(Number(query('quantidadeDeRegistros') ?? LONGEST_PAGE), LONGEST_PAGE);
    return c.json({
      totalDeRegistros: found.length,
      estruturas: found.slice(from, from + most).map(estruturaOf),
    });
  });

  app.get(`${PATH}/:numero`, (c) => {
    const { repositorio, numero } = c.req.param();
    const unit = unitOf(Number(repositorio), numero);
    return unit ? c.json(estruturaOf(unit)) : faultAnswer(unknownUnit(repositorio, numero));
  });

  app.get(`${PATH}/:numero/filhas`, (c) => {
    const { repositorio, numero } = c.req.param();
    const children = unitsOf(repositorio).filter(
      (unit) => unit.acima[0] === numero && contains(unit.nome, c.req.query('nome')),
    );
    return c.json(children.map(estruturaOf));
  });

  return app;
};
