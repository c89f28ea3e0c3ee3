import { useState } from 'preact/hooks';
import { layoutName } from '../../app/catalogue.ts';
import { choices, choose } from '../../app/deadlines/choices.ts';
import { representacaoInUse } from '../../app/session/represented.ts';
import { ambiente } from '../../app/state.ts';
import { fromBrazilianDate } from '../../base/civil-date.ts';
import { newId } from '../../base/ids.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Notice } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { TextField } from '../parts/text-field.tsx';
import { STORAGE_FULL } from '../text/armazenamento.ts';
import { deadlinesText as text } from '../text/prazos.ts';

/** Writes down something that must be delivered and is not here yet. */
export const WatchSheet = ({ onClose }: { onClose: () => void }) => {
  const layouts = choices.value.rules.filter(({ kind }) => kind === 'business-days');
  const [layout, setLayout] = useState(0);
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [fault, setFault] = useState<'date' | 'not-kept'>();
  const save = async () => {
    const day = fromBrazilianDate(typed);
    if (!day) return setFault('date');
    const chosen = layouts[layout];
    if (!chosen) return onClose();
    const { spc, slp } = chosen;
    const representacao = representacaoInUse.value;
    const watch = {
      ...{ id: newId(), ambiente: ambiente.value?.id ?? '', spc, slp, day, note },
      ...(representacao !== undefined && { representacao }),
    };
    const saved = await choose(({ watches }) => ({ watches: [...watches, watch] }));
    if (saved.ok) onClose();
    else setFault('not-kept');
  };
  return (
    <Sheet
      title={text.watchTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" type="submit" onClick={() => void save()}>
            {text.watchSave}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>{text.watchLead}</p>
        <Choice
          id="watch-layout"
          label={text.layout}
          value={String(layout)}
          onChange={(value) => setLayout(Number(value))}
        >
          {layouts.map((each, index) => (
            <option key={each.slp} value={index}>
              {layoutName(each)}
            </option>
          ))}
        </Choice>
        <TextField
          id="watch-day"
          label={text.watchDay}
          help={text.watchDayHelp}
          fault={fault === 'date' ? text.badDate : undefined}
          value={typed}
          onInput={setTyped}
        />
        <TextField id="watch-note" label={text.watchNote} value={note} onInput={setNote} />
        {fault === 'not-kept' && <Notice tone="danger">{text.notKept(STORAGE_FULL)}</Notice>}
      </div>
    </Sheet>
  );
};
