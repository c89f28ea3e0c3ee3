import { beforeEach, expect, it } from 'vitest';
import type { Representacao } from '../../protocol/recepcao/representacoes.ts';
import { ambiente, token } from '../state.ts';
import { chosenWay } from './login-way.ts';
import {
  chosenRepresentacao,
  isOfAnother,
  isOffered,
  offered,
  representacaoInUse,
  representacoes,
} from './represented.ts';

const told = (codigo: number): Representacao => ({
  codigo,
  ...{ representacao: 'CARGO', unidade: 'UNIDADE', municipio: 'MUNICÍPIO' },
  ...{ dataInicioRepresentacao: '2025-01-01', dataFimRepresentacao: undefined },
});

const HOSTS = { recepcao: '/gateway/a', login: '/gateway/a/login' };

beforeEach(() => {
  ambiente.value = { id: 'a', tipo: 'simulado', nome: 'A', hosts: HOSTS, anchors: [] };
  chosenWay.value = 'certificate';
  representacoes.value = undefined;
  chosenRepresentacao.value = undefined;
  token.value = undefined;
});

it('works in the name of the only representação there is, and of none while there are several to choose from', () => {
  representacoes.value = [told(840)];
  expect(representacaoInUse.value).toBe(840);
  representacoes.value = [told(830), told(831)];
  expect(representacaoInUse.value).toBe(undefined);
  chosenRepresentacao.value = 831;
  expect(representacaoInUse.value).toBe(831);
});

it('never works in the name of a representação that is another certificate’s', () => {
  chosenRepresentacao.value = 840;
  representacoes.value = [told(830), told(831)];
  expect(representacaoInUse.value).toBe(undefined);
  expect([830, 840].map(isOffered)).toEqual([true, false]);
  representacoes.value = undefined;
  expect(isOffered(840)).toBe(undefined);
});

it('goes on with the last one while nobody is known, and takes that of a token that was pasted', () => {
  chosenRepresentacao.value = 830;
  expect(representacaoInUse.value).toBe(830);
  chosenWay.value = 'pasted-token';
  token.value = { value: 't', cpf: '52998224725', representacao: 840, expiresAt: 1, skewMs: 0 };
  expect(offered.value).toEqual([{ codigo: 840 }]);
  expect(representacaoInUse.value).toBe(840);
});

it('what is of no representação is nobody else’s, and nothing is while none is in use', () => {
  expect(isOfAnother({ representacao: 831 })).toBe(false);
  chosenRepresentacao.value = 830;
  expect([{}, { representacao: 830 }, { representacao: 831 }].map(isOfAnother)).toEqual([
    ...[false, false, true],
  ]);
});
