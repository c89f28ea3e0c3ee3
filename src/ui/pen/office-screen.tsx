import { office } from '../../app/pen/office.ts';
import { ambiente } from '../../app/state.ts';
import { Empty } from '../parts/empty.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { hrefOf } from '../router.ts';
import { officeText as text } from '../text/entrar-no-orgao.ts';
import { EnterForm } from './enter-form.tsx';
import { InsideOffice } from './inside-office.tsx';

/** Where a person comes into the office of a body, sees what she may do there, and leaves. */
export const OfficeScreen = () => (
  <>
    <ScreenHead
      title={office.value ? text.insideTitle : text.title}
      lead={office.value ? undefined : text.lead}
      above={
        <a class="small" href={hrefOf({ screen: 'processos' })}>
          ← {text.toProcesses}
        </a>
      }
    />
    <Office />
  </>
);

const Office = () => {
  if (!ambiente.value?.pen) return <Empty title={text.absent} help={text.absentHelp} />;
  return office.value ? <InsideOffice session={office.value} /> : <EnterForm />;
};
