import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CheckPlace } from '../../../app/processes/types.ts';

/** The id of the field that a person asked for, until the screen that has it is there. */
const wanted = signal<string | undefined>(undefined);

type Within<Kind> =
  Extract<CheckPlace, { kind: Kind }> extends { field: infer Field } ? Field : never;

const OF_PROCESS: Record<Within<'process'>, string> = {
  standing: 'titulo',
  protocolo: 'campo-protocolo',
  tipo: 'campo-tipo',
  descricao: 'campo-descricao',
  interessados: 'campo-interessado-0',
  produtor: 'campo-produtor',
  nivelDeSigilo: 'campo-sigilo',
  hipoteseLegal: 'campo-hipotese',
  documents: 'documentos',
};

const OF_DOCUMENT: Record<Within<'document'>, string> = {
  descricao: 'campo-descricao',
  especie: 'campo-especie',
  nivelDeSigilo: 'campo-sigilo',
  hipoteseLegal: 'campo-hipotese',
  ordemDoDocumentoReferenciado: 'campo-anexo-de',
  signatures: 'assinar-documento',
  components: 'arquivos-do-documento',
};

/** Goes to where something is mended, once it is on the screen. */
export const wantField = (place: CheckPlace): void => {
  if (place.kind === 'destination') return;
  wanted.value = place.kind === 'process' ? OF_PROCESS[place.field] : OF_DOCUMENT[place.field];
};

/** Gives the field that was asked for the focus, where it is on this screen. */
export const useWantedField = (): void => {
  const id = wanted.value;
  useEffect(() => {
    const field = id === undefined ? null : document.getElementById(id);
    if (!field) return;
    wanted.value = undefined;
    field.focus();
    field.scrollIntoView({ block: 'center' });
  });
};
