import { err, ok, type Result } from '../../../src/base/result.ts';
import { type PenBodyId, type PenUnit, unitOf } from './bodies.ts';
import { documentedFault, own, type PenFault } from './fault.ts';
import type { SentMetadata, UnitRef } from './metadata.ts';

export const refOf = ({ repositorio, numero }: PenUnit): UnitRef => ({
  identificacaoDoRepositorioDeEstruturas: repositorio,
  numeroDeIdentificacaoDaEstrutura: numero,
});

/** The unit of a reference, if there is one. */
export const unitAt = (ref: UnitRef): PenUnit | undefined =>
  unitOf(ref.identificacaoDoRepositorioDeEstruturas, String(ref.numeroDeIdentificacaoDaEstrutura));

/** 0055: that repository has no unit of this number. */
export const unknownUnit = (repositorio: number | string, numero: number | string): PenFault =>
  documentedFault(
    '0055',
    `A unidade ${numero} não está vinculada ao repositório de estruturas ${repositorio}.`,
  );

const unitFor = (ref: UnitRef): Result<PenUnit, PenFault> => {
  const found = unitAt(ref);
  const { identificacaoDoRepositorioDeEstruturas, numeroDeIdentificacaoDaEstrutura } = ref;
  return found
    ? ok(found)
    : err(unknownUnit(identificacaoDoRepositorioDeEstruturas, numeroDeIdentificacaoDaEstrutura));
};

/** The sending unit, which must be the body's own. */
export const senderOf = (
  { cabecalho }: SentMetadata,
  body: PenBodyId,
): Result<PenUnit, PenFault> => {
  const unit = unitFor(cabecalho.remetente);
  return !unit.ok || unit.value.body === body
    ? unit
    : err(own('not-yours', 'A unidade remetente não pertence ao órgão deste certificado.'));
};

/** Each unit that is written to, all of them apt to receive; one alone where it is a process. */
export const destinationsOf = ({
  cabecalho,
  documento,
}: SentMetadata): Result<PenUnit[], PenFault> => {
  const several = documento && cabecalho.destinatarios;
  const refs = several ?? [cabecalho.destinatario];
  const units: PenUnit[] = [];
  for (const ref of refs as UnitRef[]) {
    const unit = unitFor(ref);
    if (!unit.ok) return unit;
    if (unit.value.naoRecebe) {
      const { nome } = unit.value;
      return err(own('not-in-this-state', `A unidade ${nome} não está apta a receber trâmites.`));
    }
    units.push(unit.value);
  }
  return ok(units);
};
