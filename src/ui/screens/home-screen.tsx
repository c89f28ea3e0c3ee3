import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { layoutName } from '../../app/catalogue.ts';
import { endOf } from '../../app/certificates.ts';
import { urgency } from '../../app/deadlines/open.ts';
import { type DraftState, stateOfDraft } from '../../app/drafts/draft-state.ts';
import type { Draft, DraftQuery } from '../../app/drafts/search-drafts.ts';
import { type Attention, attention } from '../../app/pen/attention.ts';
import type { QueueEntry } from '../../app/queue/types.ts';
import { type RecentDeliveries, recentDeliveries } from '../../app/recent-deliveries.ts';
import { isOfAnother, representacaoInUse } from '../../app/session/represented.ts';
import {
  ambiente,
  copiesKnown,
  deliveriesWritten,
  entries,
  key,
  layouts,
  offlineState,
} from '../../app/state.ts';
import { damage } from '../../app/storage/damage.ts';
import { DemoFiles } from '../certificate/demo-files.tsx';
import { lazy } from '../parts/lazy.tsx';
import { Notice } from '../parts/notice.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { hrefOf } from '../router.ts';
import { sayEnd } from '../text/fim-do-certificado.ts';
import { SCREEN_NAMES } from '../text/frame.ts';
import { sayAttention, sayUrgent, homeText as text } from '../text/inicio.ts';
import { draftsText } from '../text/rascunhos.ts';
import { headOf } from '../text/situacao.ts';
import { showPeriod } from '../text/units.ts';
import { groups } from '../waiting.ts';
import { useFound } from './drafts/use-found.ts';

const FollowUrgency = lazy(
  async () => (await import('../deadlines/follow-urgency.tsx')).FollowUrgency,
);
const DamageNotice = lazy(async () => (await import('../storage/damage-notice.tsx')).DamageNotice);
const CopyReminder = lazy(async () => (await import('../backup/copy-reminder.tsx')).CopyReminder);
const RestoreInvitation = lazy(
  async () => (await import('../backup/copy-reminder.tsx')).RestoreInvitation,
);

/** Three columns by urgency, and what works without network today. */
export const HomeScreen = () => {
  const { urgent, running, resting } = groups.value;
  const editing = useFound(BEING_EDITED, MOST);
  const delivered = useRecentDeliveries();
  return (
    <>
      <ScreenHead title={text.title} lead={text.lead}>
        <div class="actions">
          <a class="button button-secondary" href={hrefOf({ screen: 'inicio', id: 'prazos' })}>
            {text.deadlines}
          </a>
          <a class="button button-primary" href={hrefOf({ screen: 'rascunhos', id: 'novo' })}>
            {text.create}
          </a>
        </div>
      </ScreenHead>
      {damage.value.length > 0 && <DamageNotice />}
      <CertificateEnd />
      <FollowUrgency />
      {copiesKnown.value && <CopyReminder />}
      <div class="columns columns-3">
        <Column title={text.urgent} none={text.urgentNone}>
          {[...dueLine(), ...processesLine(), ...listed(urgent)]}
        </Column>
        <Column title={text.running} none={text.runningNone}>
          {[
            ...listed([...running, ...resting]),
            ...editing.drafts.slice(0, MOST).map(draftLine),
            ...(editing.drafts.length > MOST || editing.state === 'paused'
              ? [
                  <li key="rascunhos">
                    <a href={hrefOf({ screen: 'rascunhos' })}>{text.allDrafts}</a>
                  </li>,
                ]
              : []),
          ]}
        </Column>
        <Column title={text.done} none={text.doneNone}>
          {[
            ...(delivered?.homologated ?? []).map((delivery) => (
              <li key={delivery.courtId}>
                <a href={hrefOf({ screen: 'entregas', id: delivery.contents.at(-1) ?? '' })}>
                  {layoutName(delivery)}
                </a>
                <div class="soft small">{showPeriod(delivery)}</div>
              </li>
            )),
            ...rest(delivered?.count ?? 0, 'entregas'),
          ]}
        </Column>
      </div>
      <section class="card home-offline" aria-labelledby="offline">
        <h2 id="offline">{text.offlineTitle}</h2>
        <p>{text.offline[offlineState.value]}</p>
        <p class="soft">
          {text.layouts(layouts.value.filter(({ source }) => source === 'court').length)}
        </p>
      </section>
      {editing.state === 'ended' && delivered?.isNone && isNothingYet(editing.drafts) && (
        <>
          <FirstTime />
          <RestoreInvitation />
        </>
      )}
      <div class="home-offline">
        <DemoFiles />
      </div>
      <p class="home-offline">
        <a href={hrefOf({ screen: 'ajustes', id: 'consulta' })}>{text.consult}</a>
      </p>
    </>
  );
};

const UNDONE = new Set<DraftState>(['editing', 'refused']);

/** The drafts that still ask for work. */
const BEING_EDITED: DraftQuery = {
  wants: (draft) => !isOfAnother(draft) && UNDONE.has(stateOfDraft(draft.id)),
  text: '',
};

const isNothingYet = (drafts: readonly Draft[]): boolean =>
  drafts.length + entries.value.length === 0;

const useRecentDeliveries = (): RecentDeliveries | undefined => {
  const [found, setFound] = useState<RecentDeliveries>();
  const written = deliveriesWritten.value;
  useEffect(() => {
    let isWanted = true;
    void recentDeliveries(MOST).then((read) => {
      if (isWanted) setFound(read);
    });
    return () => {
      isWanted = false;
    };
  }, [written, ambiente.value, representacaoInUse.value]);
  return found;
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

/** How many of a kind are listed here; the screens of their own have them all. */
const MOST = 8;

const listed = (entries: QueueEntry[]): ComponentChildren[] => [
  ...entries.slice(0, MOST).map((entry) => (
    <li key={entry.id}>
      <a href={hrefOf({ screen: 'fila', id: entry.id })}>{layoutName(entry.frozen)}</a>
      <div class="soft small">
        {showPeriod(entry.frozen)}. {headOf(entry)}
      </div>
    </li>
  )),
  ...rest(entries.length, 'fila'),
];

/** What is late or ends by tomorrow. */
const dueLine = (): ComponentChildren[] => {
  const said = sayUrgent(urgency.value);
  return said
    ? [
        <li key="prazos">
          <a href={hrefOf({ screen: 'inicio', id: 'prazos' })}>{text.deadlines}</a>
          <div class="soft small">{said}</div>
        </li>,
      ]
    : [];
};

/** What other bodies sent or refused, and what does not go to them by itself. */
const processesLine = (): ComponentChildren[] => {
  const said = sayAttention(attention.value);
  return said
    ? [
        <li key="processos">
          <a href={hrefOf({ screen: 'processos', id: placeOf(attention.value) })}>
            {SCREEN_NAMES.processos}
          </a>
          <div class="soft small">{said}</div>
        </li>,
      ]
    : [];
};

/** The list that holds the first of what is told. */
const placeOf = ({ arrivals, unread }: Attention): string =>
  arrivals + unread > 0 ? 'recebidos' : 'em-tramite';

const rest = (count: number, screen: 'fila' | 'entregas'): ComponentChildren[] =>
  count > MOST
    ? [
        <li key={screen}>
          <a href={hrefOf({ screen })}>{text.rest(count - MOST)}</a>
        </li>,
      ]
    : [];

/** A draft that is not on the queue, be it that what became of it was given up or refused. */
const draftLine = (draft: Draft): ComponentChildren => {
  const last = entries.value.find(({ frozen }) => frozen.draftId === draft.id);
  return (
    <li key={draft.id}>
      <a href={hrefOf({ screen: 'rascunhos', id: draft.id })}>{layoutName(draft)}</a>
      <div class="soft small">
        {showPeriod(draft)}. {draftsText.states.editing}
        {last && `. ${text.lastSent}: ${headOf(last)}`}
      </div>
    </li>
  );
};

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
