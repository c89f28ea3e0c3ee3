import { folded } from '../base/text-comparison.ts';
import { similarity } from './similarity.ts';
import type { Especie, Hypothesis, PenSettings, PenTables } from './tables.ts';

/** Espécie of an annex of another document. */
export const ESPECIE_ANEXO = 179;

/** Names as alike as this are taken for the same when a mapping is suggested. */
const ALIKE = 0.85;

const sameName = (a: string, b: string): boolean => folded(a.trim()) === folded(b.trim());

/** The espécie a type of document is sent as; `undefined`: it has none, and there is no default. */
export const especieOf = (
  tipo: string,
  { especies }: Pick<PenTables, 'especies'>,
  { documentTypes, especiePadrao }: Pick<PenSettings, 'documentTypes' | 'especiePadrao'>,
): { codigo: number; nomeNoProdutor: string } | undefined => {
  const mapped = documentTypes.find((each) => sameName(each.tipo, tipo))?.codigo;
  const named = especies.find(({ nome }) => sameName(nome, tipo))?.codigo;
  const codigo = mapped ?? named ?? especiePadrao;
  return codigo === undefined ? undefined : { codigo, nomeNoProdutor: tipo.trim() };
};

/** The types of document to choose from: this body's own, then the platform's. */
export const documentTypeNames = (
  { especies }: Pick<PenTables, 'especies'>,
  { documentTypes }: Pick<PenSettings, 'documentTypes'>,
): string[] => [
  ...new Set([...documentTypes.map(({ tipo }) => tipo), ...especies.map(({ nome }) => nome)]),
];

/** The espécie whose name is most like that of a type, if it is alike enough to be suggested. */
export const suggestedEspecie = (
  tipo: string,
  especies: readonly Especie[],
): Especie | undefined => {
  let best: { especie: Especie; alike: number } | undefined;
  for (const especie of especies) {
    const alike = similarity(tipo, especie.nome);
    if (alike > ALIKE && alike > (best?.alike ?? 0)) best = { especie, alike };
  }
  return best?.especie;
};

/** An espécie that came, and whether its document is an annex of another one. */
interface CameAs {
  codigo: number;
  isAnnex: boolean;
}

const mappedType = (
  { codigo, isAnnex }: CameAs,
  { receivedTypes }: Pick<PenSettings, 'receivedTypes'>,
): string | undefined => {
  const typeOf = (wanted: number) => receivedTypes.find((each) => each.codigo === wanted)?.tipo;
  return (isAnnex ? typeOf(ESPECIE_ANEXO) : undefined) ?? typeOf(codigo);
};

/** Whether this body takes in what came as this; else it is refused (04). */
export const isTypeTaken = (came: CameAs, settings: PenSettings): boolean =>
  (mappedType(came, settings) ?? settings.tipoDeDocumentoPadrao) !== undefined;

/** The type here of a document that came: as its espécie is mapped, else by the sender's name, else the default. */
export const receivedName = (
  came: CameAs & { nomeNoProdutor: string },
  settings: PenSettings,
): string =>
  mappedType(came, settings) ??
  (came.nomeNoProdutor.trim() || (settings.tipoDeDocumentoPadrao ?? ''));

/** The hypothesis here of one that came; `undefined`: it stands for none, and what is restricted by it is refused (99). */
export const receivedHypothesis = (
  identificacao: number,
  { hipoteses }: Pick<PenTables, 'hipoteses'>,
  { receivedHypotheses, hipotesePadrao }: PenSettings,
): number | undefined =>
  receivedHypotheses.find(({ de }) => de === identificacao)?.para ??
  hipoteses.find((each) => each.identificacao === identificacao && each.ativa)?.identificacao ??
  hipotesePadrao;

/** The hypotheses to choose from when sending: as this body calls them, or else the platform's that are in force. */
export const hypothesesToChoose = (
  { hipoteses }: Pick<PenTables, 'hipoteses'>,
  { hypotheses }: Pick<PenSettings, 'hypotheses'>,
): Hypothesis[] => {
  const inForce = hipoteses.filter(({ ativa }) => ativa);
  if (hypotheses.length === 0) return inForce;
  return hypotheses.flatMap(({ nome, identificacao }) => {
    const known = inForce.find((each) => each.identificacao === identificacao);
    return known ? { ...known, nome } : [];
  });
};

/** The type here of a process that came: the one of the same name, or the default. */
export const receivedProcessType = (
  name: string | undefined,
  { processTypes, tipoPadrao }: Pick<PenSettings, 'processTypes' | 'tipoPadrao'>,
): string => processTypes.find((each) => name !== undefined && sameName(each, name)) ?? tipoPadrao;
