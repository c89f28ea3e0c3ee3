import { useState } from 'preact/hooks';
import { representacaoInUse, representacoes } from '../../app/session/represented.ts';
import { key } from '../../app/state.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { type Applicant, requestBody, requestText as text } from '../text/consulta.ts';
import { showCpf } from '../text/units.ts';

const knownApplicant = (): Applicant => {
  const told = representacoes.value?.find(({ codigo }) => codigo === representacaoInUse.value);
  const holder = key.value.kind === 'none' ? undefined : key.value.certificate.holder;
  return {
    name: holder?.name ?? '',
    cpf: holder?.cpf ? showCpf(holder.cpf) : '',
    unit: told?.unidade ?? '',
    municipality: told?.municipio ?? '',
    email: '',
  };
};

const FIELDS = ['name', 'cpf', 'unit', 'municipality', 'email'] as const;

/** The words with which an account in the court's test environment is asked for, to be copied into its Ticket. */
export const RequestSection = () => {
  const [applicant, setApplicant] = useState(knownApplicant);
  return (
    <details class="card">
      <summary>
        <strong>{text.title}</strong>
      </summary>
      <div class="stack">
        <p>{text.lead}</p>
        {FIELDS.map((field) => (
          <TextField
            key={field}
            id={`pedido-${field}`}
            label={text[field]}
            value={applicant[field]}
            {...(field === 'email' && { help: text.emailHelp })}
            onInput={(value) => setApplicant({ ...applicant, [field]: value })}
          />
        ))}
        <ToCopy label={text.subjectLabel} content={text.subject} />
        <ToCopy label={text.bodyLabel} content={requestBody(applicant)} />
      </div>
    </details>
  );
};

const ToCopy = ({ label, content }: { label: string; content: string }) => {
  const [told, setTold] = useState<string>();
  const copy = () =>
    void navigator.clipboard.writeText(content).then(
      () => setTold(text.copied),
      () => setTold(text.notCopied),
    );
  return (
    <div>
      <h4>{label}</h4>
      <pre class="to-copy">{content}</pre>
      <div class="actions">
        <Button aria-label={text.copyOf(label)} onClick={copy}>
          {text.copy}
        </Button>
        <span role="status">{told}</span>
      </div>
    </div>
  );
};
