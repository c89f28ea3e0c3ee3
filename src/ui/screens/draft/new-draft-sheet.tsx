import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { CATALOGUE, periodFault } from '../../../app/catalogue.ts';
import { createDraft } from '../../../app/drafts/drafts.ts';
import { civilDateOf } from '../../../base/civil-date.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { goTo } from '../../router.ts';
import { CREATE_FAULTS } from '../../text/faults.ts';
import { PERIOD_FAULTS, draftsText as text } from '../../text/rascunhos.ts';
import { monthName } from '../../text/units.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Accounts, layout, month and year, and off it goes. */
export const NewDraftSheet = ({ onClose }: { onClose: () => void }) => {
  const [year, month] = civilDateOf(Date.now()).split('-').map(Number);
  const [spc, setSpc] = useState(CATALOGUE[0]?.spc ?? '');
  const accounts = CATALOGUE.find((each) => each.spc === spc);
  const [chosen, setChosen] = useState('');
  const [mes, setMes] = useState(month ?? 1);
  const [ano, setAno] = useState(String(year));
  const [fault, setFault] = useState<string>();
  const slp =
    accounts?.layouts.find((each) => each.slp === chosen)?.slp ?? accounts?.layouts[0]?.slp;

  const begin = async () => {
    const wrong = periodFault(mes, Number(ano));
    if (wrong) return setFault(PERIOD_FAULTS[wrong]);
    if (!slp) return;
    const created = await createDraft({ spc, slp, mes, ano: Number(ano) });
    if (!created.ok) return setFault(CREATE_FAULTS[created.error]);
    onClose();
    goTo({ screen: 'rascunhos', id: created.value });
  };

  return (
    <Sheet
      title={text.newTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" onClick={() => void begin()}>
            {text.begin}
          </Button>
        </>
      }
    >
      <div class="stack">
        <Choice id="novo-spc" label={text.accounts} value={spc} onChange={setSpc}>
          {CATALOGUE.map((each) => (
            <option key={each.spc} value={each.spc}>
              {each.name}
            </option>
          ))}
        </Choice>
        <Choice id="novo-slp" label={text.layout} value={slp ?? ''} onChange={setChosen}>
          {accounts?.layouts.map((each) => (
            <option key={each.slp} value={each.slp}>
              {each.name} ({each.slp})
            </option>
          ))}
        </Choice>
        <div class="columns">
          <Choice
            id="novo-mes"
            label={text.month}
            value={String(mes)}
            onChange={(value) => setMes(Number(value))}
          >
            {MONTHS.map((each) => (
              <option key={each} value={each}>
                {monthName(each)}
              </option>
            ))}
          </Choice>
          <Field id="novo-ano" label={text.year} errors={fault ? [fault] : []}>
            {(control) => (
              <input
                {...control}
                class="input"
                inputMode="numeric"
                value={ano}
                onInput={({ currentTarget }) => setAno(currentTarget.value)}
              />
            )}
          </Field>
        </div>
        <p class="soft small">{text.sampleNote}</p>
      </div>
    </Sheet>
  );
};

interface ChoiceProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ComponentChildren;
}

const Choice = ({ id, label, value, onChange, children }: ChoiceProps) => (
  <Field id={id} label={label}>
    {(control) => (
      <select
        {...control}
        class="input"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {children}
      </select>
    )}
  </Field>
);
