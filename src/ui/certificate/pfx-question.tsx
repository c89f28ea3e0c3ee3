import { useState } from 'preact/hooks';
import type { CertificateSummary, PfxQuestion } from '../../app/form.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { TaskForm } from '../parts/task-form.tsx';
import { certificateText as text } from '../text/certificados.ts';
import { CertificateFacts } from './certificate-facts.tsx';

interface PfxQuestionProps {
  question: PfxQuestion;
  /** With the fingerprint of the certificate to open. */
  onAnswer: (named: string) => void;
  onCancel: () => void;
}

/** Before a key is held: nobody vouches for the file, or it holds several certificates. */
export const PfxQuestionForm = ({ question, onAnswer, onCancel }: PfxQuestionProps) => {
  const { integrity, candidates } = question;
  const [named, setNamed] = useState(candidates[0]?.fingerprint ?? '');
  const unsealed = integrity === 'absent';
  return (
    <TaskForm onSubmit={() => onAnswer(named)}>
      {unsealed && <Notice tone="warning">{text.noIntegrity}</Notice>}
      <div>
        <Candidates candidates={candidates} named={named} onName={setNamed} />
      </div>
      <div class="actions">
        <Button onClick={onCancel}>{text.cancel}</Button>
        <Button look="primary" type="submit">
          {unsealed ? text.openAnyway : text.openThis}
        </Button>
      </div>
    </TaskForm>
  );
};

interface CandidatesProps {
  candidates: readonly CertificateSummary[];
  named: string;
  onName: (fingerprint: string) => void;
}

const Candidates = ({ candidates, named, onName }: CandidatesProps) => {
  const [only, ...others] = candidates;
  if (only && others.length === 0) return <CertificateFacts certificate={only} />;
  return (
    <fieldset class="radio-list">
      <legend class="field-label">{text.several}</legend>
      {candidates.map((candidate) => (
        <label key={candidate.fingerprint}>
          <input
            type="radio"
            name="certificado"
            checked={named === candidate.fingerprint}
            onChange={() => onName(candidate.fingerprint)}
          />{' '}
          {candidate.holder.name}
          <div class="soft small">{text.candidate(candidate)}</div>
        </label>
      ))}
    </fieldset>
  );
};
