import { useEffect, useState } from 'preact/hooks';
import { loadSettings, mayConfigure } from '../../../app/pen/settings.ts';
import { keepTables } from '../../../app/pen/tables.ts';
import { bodies, bodyInUse, recallBody } from '../../../app/processes/body.ts';
import { Notice } from '../../parts/notice.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { hrefOf } from '../../router.ts';
import { penSettingsText as text } from '../../text/ajustes-pen.ts';
import { processesText } from '../../text/process.ts';
import { AnsweringSection } from './answering-section.tsx';
import { FileSection } from './file-section.tsx';
import { ReceivedGroundsSection, SentGroundsSection } from './grounds-sections.tsx';
import { LimitsSection } from './limits-section.tsx';
import { ProcessTypesSection } from './process-types-section.tsx';
import { ReachSection } from './reach-section.tsx';
import { ReceivedTypesSection } from './received-types-section.tsx';
import { SentTypesSection } from './sent-types-section.tsx';
import { TablesSection } from './tables-section.tsx';
import { LargestThereSection, ReceivingUnitSection } from './unit-sections.tsx';
import '../../styles/pen-settings.css';

/** How a body works with PEN: tables of the platform, limits, types, legal grounds and units. */
export const PenSettingsScreen = () => {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const load = async () => {
      await recallBody();
      await Promise.all([keepTables(), loadSettings()]);
      setReady(true);
    };
    void load();
  }, []);
  const body = bodyInUse.value;
  useEffect(() => void loadSettings(), [body?.id]);
  if (bodies.value.length === 0) return <Unavailable said={processesText.noPen} />;
  if (!isReady) return null;
  if (!body) return <Unavailable said={text.noBody} />;
  return (
    <>
      <ScreenHead title={text.title} lead={text.lead(body.nome)} />
      {!mayConfigure.value && (
        <Notice tone="info">
          {text.readOnly} <a href={hrefOf({ screen: 'processos', id: 'entrar' })}>{text.enter}</a>
        </Notice>
      )}
      <div class="columns">
        <div class="stack">
          <TablesSection />
          <LimitsSection />
          <AnsweringSection />
          <ReceivingUnitSection />
          <ReachSection list="allowed" />
          <ReachSection list="partial" />
          <LargestThereSection />
        </div>
        <div class="stack">
          <SentTypesSection />
          <ReceivedTypesSection />
          <SentGroundsSection />
          <ReceivedGroundsSection />
          <ProcessTypesSection />
          <FileSection />
        </div>
      </div>
    </>
  );
};

const Unavailable = ({ said }: { said: string }) => (
  <>
    <ScreenHead title={text.title} />
    <Notice tone="info">
      {said} <a href={hrefOf({ screen: 'processos' })}>{text.toProcesses}</a>
    </Notice>
  </>
);
