import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CheckPlace } from '../../../app/processes/types.ts';

interface Wish {
  /** Absent: on the screen of the process. */
  documentId?: string;
  /** Id of the element. */
  field: string;
}

/** What a person asked for, until the screen that has it is there. */
const wanted = signal<Wish | undefined>(undefined);

type Within<Kind> =
  Extract<CheckPlace, { kind: Kind }> extends { field: infer Field extends string } ? Field : never;

/** What stands nowhere is only told: the standing is the platform's, the producer the body itself. */
const OF_PROCESS: Record<Exclude<Within<'process'>, 'standing' | 'produtor'>, string> = {
  protocolo: 'campo-protocolo',
  tipo: 'campo-tipo',
  descricao: 'campo-descricao',
  interessados: 'campo-interessado',
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

const wishOf = (place: CheckPlace): Wish | undefined => {
  if (place.kind === 'destination') return undefined;
  if (place.kind === 'document') return { documentId: place.id, field: OF_DOCUMENT[place.field] };
  const { field, n = 0 } = place;
  if (field === 'standing' || field === 'produtor') return undefined;
  return { field: field === 'interessados' ? `${OF_PROCESS[field]}-${n}` : OF_PROCESS[field] };
};

/** Whether there is a field in which it is mended. */
export const isOnScreen = (place: CheckPlace): boolean => wishOf(place) !== undefined;

/** Goes to where something is mended, once it is on the screen. */
export const wantField = (place: CheckPlace): void => {
  wanted.value = wishOf(place);
};

/** Gives the field that was asked for the focus, where this screen, of the process or of a document, has it. */
export const useWantedField = (documentId?: string): void => {
  const wish = wanted.value;
  useEffect(() => {
    if (!wish || wish.documentId !== documentId) return;
    const field = document.getElementById(wish.field);
    if (!field) return;
    wanted.value = undefined;
    field.focus();
    field.scrollIntoView({ block: 'center' });
  });
  // What was not found here is not looked for when the person comes back.
  useEffect(
    () => () => {
      if (wanted.value?.documentId === documentId) wanted.value = undefined;
    },
    [documentId],
  );
};
