import type { JsonObject } from '../../../src/base/json.ts';
import type { Person, Representacao } from '../demo/people.ts';

/** Epoch ms: when the demo records say they were made. */
const RECORDED_AT = Date.UTC(2025, 0, 2, 12);

const head = (id: number): JsonObject => ({ id, status: 'ATIVO', dataCriacao: RECORDED_AT });

const unidadeGestora = (right: Representacao): JsonObject => ({
  ...head(right.unidadeId),
  descricao: right.unidade,
  tipo: { ...head(1), descricao: right.tipo },
  municipio: { id: right.municipioId, status: 'ATIVO', nome: right.municipio },
});

/** `usuario` of a token answer (recepcao.md B2). */
export const userRecord = (person: Person): JsonObject => ({
  ...head(person.id),
  usuario: person.cpf,
  username: person.cpf,
  nome: person.nome,
  cpfCnpj: person.cpf,
  representacoes: person.representacoes.map((right) => ({
    ...head(right.codigo),
    unidadeGestoraRepresentada: unidadeGestora(right),
    dataInicioRepresentacao: right.dataInicioRepresentacao,
    dataFimRepresentacao: right.dataFimRepresentacao,
  })),
  usuarioCriacao: { id: 1, status: 'ATIVO', nome: 'SIMULADOR' },
});
