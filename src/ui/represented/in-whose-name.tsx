import { offered } from '../../app/session/represented.ts';
import { Choice } from '../parts/choice.tsx';
import { sayRepresentacao } from '../text/em-nome-de.ts';
import { draftText } from '../text/rascunho.ts';
import { representedText as text } from '../text/representacao.ts';
import { nameOf } from './known.ts';

interface InWhoseNameProps {
  /** Where it is not to be chosen any more. */
  settled: number | undefined;
  chosen: number | undefined;
  onChoose: (representacao: number | undefined) => void;
}

/** In whose name something goes to the court, or the choice of it; also to be chosen later. */
export const InWhoseName = ({ settled, chosen, onChoose }: InWhoseNameProps) => {
  if (settled !== undefined) {
    return (
      <p>
        {text.goesAs} <strong>{nameOf(settled)}</strong>.
      </p>
    );
  }
  if (offered.value.length === 0) return null;
  return (
    <Choice
      id="representacao"
      label={draftText.representation}
      value={String(chosen ?? '')}
      onChange={(codigo) => onChoose(Number(codigo) || undefined)}
    >
      <option value="">{draftText.representationLater}</option>
      {offered.value.map((each) => (
        <option key={each.codigo} value={each.codigo}>
          {sayRepresentacao(each)}
        </option>
      ))}
    </Choice>
  );
};
