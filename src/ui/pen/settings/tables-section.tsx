import { useState } from 'preact/hooks';
import { office } from '../../../app/pen/office.ts';
import { refreshTables, tables } from '../../../app/pen/tables.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TABLES_FAULTS, penSettingsText as text } from '../../text/ajustes-pen.ts';
import { SettingSection } from './setting-section.tsx';

/** What of the platform's tables is here, from when, and reading them again. */
export const TablesSection = () => {
  const { especies, hipoteses, motivosDeUrgencia, repositorios, readAt } = tables.value;
  const [state, setState] = useState<'asking' | 'read'>();
  const [fault, setFault] = useState<string>();
  const refresh = async () => {
    setState('asking');
    const read = await refreshTables();
    setFault(read.ok ? undefined : TABLES_FAULTS[read.error]);
    setState(read.ok ? 'read' : undefined);
  };
  return (
    <SettingSection id="tables" title={text.tables} lead={text.tablesLead} fault={fault} forAll>
      <dl class="facts">
        <dt>{text.species}</dt>
        <dd>{especies.length}</dd>
        <dt>{text.grounds}</dt>
        <dd>{hipoteses.filter(({ ativa }) => ativa).length}</dd>
        <dt>{text.reasons}</dt>
        <dd>{motivosDeUrgencia.length}</dd>
        <dt>{text.repositories}</dt>
        <dd>{repositorios.length}</dd>
      </dl>
      <p>{readAt === undefined ? text.neverRead : text.readAt(showInstant(readAt))}</p>
      {state === 'read' && <Notice tone="success">{text.refreshed}</Notice>}
      <div>
        <Button
          look="primary"
          disabled={!office.value || state === 'asking'}
          onClick={() => void refresh()}
        >
          {state === 'asking' ? text.refreshing : text.refresh}
        </Button>
      </div>
    </SettingSection>
  );
};
