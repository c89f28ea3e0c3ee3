import { useEffect, useState } from 'preact/hooks';
import { consult, consultation, recallConsultation } from '../../app/public/consult.ts';
import goias from '../../app/public/goias.json' with { type: 'json' };
import { ambiente } from '../../app/state.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { TaskForm } from '../parts/task-form.tsx';
import { TextField } from '../parts/text-field.tsx';
import { hrefOf } from '../router.ts';
import { consultText as text } from '../text/consulta.ts';
import { RequestSection } from './request-section.tsx';
import { Results } from './results.tsx';

/** What the court publishes of a municipality, and the request for an account in its test environment. */
export const ConsultScreen = () => {
  useEffect(() => void recallConsultation(), [ambiente.value]);
  return (
    <>
      <ScreenHead
        title={text.title}
        lead={text.lead}
        above={
          <a class="small" href={hrefOf({ screen: 'ajustes' })}>
            ← {text.settings}
          </a>
        }
      />
      <div class="stack">
        <Question />
        {consultation.value && (
          <Results consultation={consultation.value} name={nameOf(consultation.value.ibge)} />
        )}
        <RequestSection />
      </div>
    </>
  );
};

const nameOf = (ibge: string): string => goias.find(([code]) => code === ibge)?.[1] ?? ibge;

const Question = () => {
  const [typed, setCode] = useState<string>();
  const code = typed ?? consultation.value?.ibge ?? '';
  const [state, setState] = useState<'asking' | 'not-a-code' | 'no-ambiente'>();
  const ask = async () => {
    setState('asking');
    const asked = await consult(code.trim());
    setState(asked.ok ? undefined : asked.error);
  };
  const fault = { 'not-a-code': text.notACode, 'no-ambiente': text.noAmbiente };
  return (
    <TaskForm onSubmit={() => void ask()} card>
      <div class="consult-question">
        <Choice
          id="municipio"
          label={text.municipality}
          value={goias.some(([known]) => known === code) ? code : ''}
          onChange={setCode}
        >
          <option value="">{text.chooseMunicipality}</option>
          {goias.map(([known, name]) => (
            <option key={known} value={known}>
              {name}
            </option>
          ))}
        </Choice>
        <TextField
          id="ibge"
          label={text.code}
          help={ambiente.value?.tipo === 'simulado' ? text.codeHelpDemo : text.codeHelp}
          numeric
          value={code}
          fault={state && state !== 'asking' ? fault[state] : undefined}
          onInput={setCode}
        />
      </div>
      <div class="actions">
        <Button look="primary" type="submit" disabled={state === 'asking'}>
          {state === 'asking' ? text.asking : text.ask}
        </Button>
      </div>
    </TaskForm>
  );
};
