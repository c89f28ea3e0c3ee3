import type { ComponentChildren } from 'preact';
import { layoutName } from '../../app/catalogue.ts';
import { endOf } from '../../app/certificates.ts';
import { offlineState } from '../../app/offline.ts';
import { isFinal } from '../../app/queue/queue-records.ts';
import type { RecepcaoEntry } from '../../app/queue/types.ts';
import { deliveries, drafts, entries, key, layouts } from '../../app/state.ts';
import { DemoFiles } from '../certificate/demo-files.tsx';
import { Notice } from '../parts/notice.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { hrefOf } from '../router.ts';
import { DamageNotice } from '../storage/damage-notice.tsx';
import { stateSentence } from '../text/fila.ts';
import { homeText as text } from '../text/inicio.ts';
import { sayEnd } from '../text/preflight.ts';
import { draftsText } from '../text/rascunhos.ts';
import { showPeriod } from '../text/units.ts';
import { needsPerson } from '../waiting.ts';

/** Three columns by urgency, and what works without network today. */
export const HomeScreen = () => {
  const urgent = entries.value.filter(needsPerson);
  const running = entries.value.filter((entry) => !isFinal(entry) && !needsPerson(entry));
  const queued = new Set(entries.value.map(({ frozen }) => frozen.draftId));
  const editing = drafts.value.filter(({ id }) => !queued.has(id));
  const done = deliveries.value.filter(({ confirmedAt }) => confirmedAt !== undefined);
  return (
    <>
      <ScreenHead title={text.title} lead={text.lead}>
        <a class="button button-primary" href={hrefOf({ screen: 'rascunhos', id: 'novo' })}>
          {text.create}
        </a>
      </ScreenHead>
      <DamageNotice />
      <CertificateEnd />
      <div class="columns columns-3">
        <Column title={text.urgent} none={text.urgentNone}>
          {urgent.map((entry) => (
            <EntryLine key={entry.id} entry={entry} />
          ))}
        </Column>
        <Column title={text.running} none={text.runningNone}>
          {[
            ...running.map((entry) => <EntryLine key={entry.id} entry={entry} />),
            ...editing.map((draft) => (
              <li key={draft.id}>
                <a href={hrefOf({ screen: 'rascunhos', id: draft.id })}>{layoutName(draft)}</a>
                <div class="soft small">
                  {showPeriod(draft)}. {draftsText.states.editing}
                </div>
              </li>
            )),
          ]}
        </Column>
        <Column title={text.done} none={text.doneNone}>
          {done.map((delivery) => (
            <li key={delivery.id}>
              <a href={hrefOf({ screen: 'entregas', id: delivery.id })}>{layoutName(delivery)}</a>
              <div class="soft small">{showPeriod(delivery)}</div>
            </li>
          ))}
        </Column>
      </div>
      <section class="card home-offline" aria-labelledby="offline">
        <h2 id="offline">{text.offlineTitle}</h2>
        <p>{text.offline[offlineState.value]}</p>
        <p class="soft">
          {text.layouts(layouts.value.filter(({ source }) => source === 'court').length)}
        </p>
      </section>
      {drafts.value.length === 0 && deliveries.value.length === 0 && <FirstTime />}
      <div class="home-offline">
        <DemoFiles />
      </div>
    </>
  );
};

/** A new certificate takes days to get. */
const CertificateEnd = () => {
  const end = key.value.kind === 'none' ? undefined : endOf(key.value.certificate);
  if (!end?.soon) return null;
  return (
    <div class="home-notice">
      <Notice tone="warning">{sayEnd(end.days)}</Notice>
    </div>
  );
};

interface ColumnProps {
  title: string;
  none: string;
  children: ComponentChildren[];
}

const Column = ({ title, none, children }: ColumnProps) => (
  <section class="card">
    <h2>{title}</h2>
    {children.length > 0 ? <ul class="plain-list">{children}</ul> : <p class="soft">{none}</p>}
  </section>
);

const EntryLine = ({ entry }: { entry: RecepcaoEntry }) => (
  <li>
    <a href={hrefOf({ screen: 'fila', id: entry.id })}>{layoutName(entry.frozen)}</a>
    <div class="soft small">
      {showPeriod(entry.frozen)}. {stateSentence(entry, key.value.kind === 'unlocked')}
    </div>
  </li>
);

const FirstTime = () => (
  <section class="card home-offline" aria-labelledby="first">
    <h2 id="first">{text.firstTitle}</h2>
    <ol>
      {text.first.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  </section>
);
