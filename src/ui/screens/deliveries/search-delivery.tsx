import { useState } from 'preact/hooks';
import { findDelivery } from '../../../app/deliveries/delivery-list.ts';
import { ambiente } from '../../../app/state.ts';
import { Button } from '../../parts/button.tsx';
import { TaskForm } from '../../parts/task-form.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { goTo } from '../../router.ts';
import { deliveryListText as text } from '../../text/entregas-no-tribunal.ts';

/** Opens the delivery of a number or recibo. */
export const SearchDelivery = () => {
  const [typed, setTyped] = useState('');
  const [isMissing, setMissing] = useState(false);
  const open = async () => {
    const found = await findDelivery(ambiente.value?.id ?? '', typed);
    setMissing(!found);
    const id = found?.contents.at(-1);
    if (id) goTo({ screen: 'entregas', id });
  };
  return (
    <search class="delivery-search">
      <TaskForm onSubmit={() => void open()}>
        <div class="search-line">
          <TextField
            id="entregas-procurar"
            label={text.search}
            help={text.searchHelp}
            fault={isMissing ? text.notFound : undefined}
            value={typed}
            onInput={(value) => {
              setTyped(value);
              setMissing(false);
            }}
          />
          <Button type="submit">{text.find}</Button>
        </div>
      </TaskForm>
    </search>
  );
};
