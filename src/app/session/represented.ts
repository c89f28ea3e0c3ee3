import { computed, signal } from '@preact/signals';
import type { RecordHead } from '../../base/record.ts';
import type { Representacao } from '../../protocol/recepcao/representacoes.ts';
import { token } from '../state.ts';
import { loginWay } from './login-way.ts';

/** The holder's representações as Passaporte told them last, kept to be chosen offline; `undefined` while not known. */
export const representacoes = signal<readonly Representacao[] | undefined>(undefined);

/** The one the holder chose last, here and in this environment; remembered. */
export const chosenRepresentacao = signal<number | undefined>(undefined);

/** A representação to choose; `told`: what Passaporte says of it. */
export interface OfferedRepresentacao {
  codigo: number;
  told?: Representacao;
}

/** In whose name one can work: what Passaporte told, or with a pasted token only whom that token stands for. */
export const offered = computed((): OfferedRepresentacao[] => {
  const told = (representacoes.value ?? []).map((each) => ({ codigo: each.codigo, told: each }));
  if (loginWay.value !== 'pasted-token') return told;
  const pasted = token.value?.representacao;
  if (pasted === undefined) return [];
  return [told.find(({ codigo }) => codigo === pasted) ?? { codigo: pasted }];
});

/** The one representação there is to choose, where there is only one. */
export const onlyRepresentacao = (): number | undefined => {
  const [only, ...others] = offered.value;
  return others.length === 0 ? only?.codigo : undefined;
};

/**
 * In whose name the person works now: the only one there is, or the one she chose. Where nobody is known yet (no certificate
 * asked, no token pasted since), the last one stays; `undefined` while she has to choose.
 */
export const representacaoInUse = computed((): number | undefined => {
  const chosen = chosenRepresentacao.value;
  const stands =
    offered.value.length === 0 || offered.value.some(({ codigo }) => codigo === chosen);
  return stands ? chosen : onlyRepresentacao();
});

/** Whether a record is the work of another representação than the one in use. What is of none is everybody's. */
export const isOfAnother = ({ representacao }: Pick<RecordHead, 'representacao'>): boolean =>
  representacao !== undefined &&
  representacaoInUse.value !== undefined &&
  representacao !== representacaoInUse.value;

/** Whether the person may work in its name; `undefined` where it is not known in whose she may. */
export const isOffered = (representacao: number): boolean | undefined => {
  const isKnown =
    loginWay.value === 'pasted-token'
      ? offered.value.length > 0
      : representacoes.value !== undefined;
  return isKnown ? offered.value.some(({ codigo }) => codigo === representacao) : undefined;
};
