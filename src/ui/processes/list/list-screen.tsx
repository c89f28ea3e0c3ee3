import { office } from '../../../app/pen/office.ts';
import { bodies, bodyInUse, chooseBody } from '../../../app/processes/body.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { OfficeLine } from '../../pen/office-line.tsx';
import { goTo, hrefOf } from '../../router.ts';
import { penSettingsText } from '../../text/ajustes-pen.ts';
import { processesText as text } from '../../text/process.ts';
import { ReceivedList } from '../../tramites/received-list.tsx';
import { TramiteList } from '../../tramites/tramite-list.tsx';
import { NewProcessSheet } from './new-process-sheet.tsx';
import { ProcessTable } from './process-table.tsx';
import { isShelf, type Shelf, Shelves } from './shelves.tsx';

/** The lists of processes of the body in use; `at`: which list, or `novo` for the question for a new one. */
export const ListScreen = ({ at = '' }: { at: string | undefined }) => {
  const shelf = isShelf(at) ? at : '';
  const body = bodyInUse.value;
  return (
    <>
      <ScreenHead title={text.title} lead={text.lead}>
        <div class="actions">
          <BodyChoice />
          <a class="button button-secondary" href={hrefOf({ screen: 'ajustes', id: 'pen' })}>
            {penSettingsText.title}
          </a>
          <Button
            look={shelf === '' ? 'primary' : 'secondary'}
            disabled={!body}
            onClick={() => goTo({ screen: 'processos', id: 'novo' })}
          >
            {text.create}
          </Button>
        </div>
      </ScreenHead>
      <OfficeLine />
      {body ? (
        <>
          <Shelves current={shelf} />
          <List key={`${body.id} ${shelf}`} shelf={shelf} />
        </>
      ) : (
        <Notice tone="info">{text.chooseBody}</Notice>
      )}
      {at === 'novo' && <NewProcessSheet onClose={() => goTo({ screen: 'processos' })} />}
    </>
  );
};

const List = ({ shelf }: { shelf: Shelf }) => {
  switch (shelf) {
    case '':
      return <ProcessTable />;
    case 'recebidos':
      return <ReceivedList />;
    case 'em-tramite':
      return <TramiteList phase="going" />;
    case 'encerrados':
      return <TramiteList phase="ended" />;
  }
};

/** For whom is worked, where there are several. */
const BodyChoice = () => {
  if (bodies.value.length < 2 || office.value) return null;
  return (
    <Choice
      id="campo-orgao"
      label={text.body}
      value={bodyInUse.value?.id ?? ''}
      onChange={(id) => void chooseBody(id)}
    >
      {!bodyInUse.value && <option value="">{text.chooseOne}</option>}
      {bodies.value.map(({ id, nome }) => (
        <option key={id} value={id}>
          {nome}
        </option>
      ))}
    </Choice>
  );
};
