import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { attention, waitingProcesses } from '../app/pen/attention.ts';
import { newVersions, updateWaiting, workMissing } from '../app/state.ts';
import { Navigation } from './frame/navigation.tsx';
import { Strip } from './frame/strip.tsx';
import { Button } from './parts/button.tsx';
import { lazy } from './parts/lazy.tsx';
import { Notice } from './parts/notice.tsx';
import { type Place, place } from './router.ts';
import { HomeScreen } from './screens/home-screen.tsx';
import { StorageNotice } from './storage/storage-notice.tsx';
import { frameText, SCREEN_NAMES, titled } from './text/frame.ts';
import { groups } from './waiting.ts';

// The first screen shows without the code of all others, which the service worker has at hand.
const DraftsScreen = lazy(
  async () => (await import('./screens/drafts/drafts-screen.tsx')).DraftsScreen,
);
const DraftScreen = lazy(
  async () => (await import('./screens/draft/draft-screen.tsx')).DraftScreen,
);
const IntakeScreen = lazy(async () => (await import('./intake/intake-screen.tsx')).IntakeScreen);
const BulkScreen = lazy(async () => (await import('./bulk/bulk-screen.tsx')).BulkScreen);
const QueueScreen = lazy(
  async () => (await import('./screens/queue/queue-screen.tsx')).QueueScreen,
);
const DeliveriesScreen = lazy(
  async () => (await import('./screens/deliveries/deliveries-screen.tsx')).DeliveriesScreen,
);
const ReceiptScreen = lazy(
  async () => (await import('./screens/deliveries/receipt-screen.tsx')).ReceiptScreen,
);
const CheckDossierScreen = lazy(
  async () => (await import('./screens/deliveries/check-dossier-screen.tsx')).CheckDossierScreen,
);
const HomologationScreen = lazy(
  async () => (await import('./homologation/homologation-screen.tsx')).HomologationScreen,
);
const PenSettingsScreen = lazy(
  async () => (await import('./pen/settings/pen-settings-screen.tsx')).PenSettingsScreen,
);
const SigningScreen = lazy(
  async () => (await import('./screens/signing/signing-screen.tsx')).SigningScreen,
);
const ProcessesRoutes = lazy(
  async () => (await import('./processes/processes-routes.tsx')).ProcessesRoutes,
);
const LayoutsScreen = lazy(
  async () => (await import('./screens/layouts/layouts-screen.tsx')).LayoutsScreen,
);
const ReceiptsScreen = lazy(
  async () => (await import('./receipts/receipts-screen.tsx')).ReceiptsScreen,
);
const DeadlinesScreen = lazy(
  async () => (await import('./deadlines/deadlines-screen.tsx')).DeadlinesScreen,
);
const DeadlineSettingsScreen = lazy(
  async () => (await import('./deadlines/deadline-settings-screen.tsx')).DeadlineSettingsScreen,
);
const DeadlineReminder = lazy(
  async () => (await import('./deadlines/deadline-reminder.tsx')).DeadlineReminder,
);
const UpdateNotice = lazy(async () => (await import('./frame/update-notice.tsx')).UpdateNotice);
const LayoutNews = lazy(async () => (await import('./screens/layouts/layout-news.tsx')).LayoutNews);
const CertificatesScreen = lazy(
  async () => (await import('./screens/certificates-screen.tsx')).CertificatesScreen,
);
const SettingsScreen = lazy(
  async () => (await import('./screens/settings-screen.tsx')).SettingsScreen,
);
const ConsultScreen = lazy(async () => (await import('./public/consult-screen.tsx')).ConsultScreen);
const RepresentacaoScreen = lazy(
  async () => (await import('./represented/representacao-screen.tsx')).RepresentacaoScreen,
);

/** The frame around every screen. */
export const App = () => {
  const { screen, id } = place.value;
  const main = useRef<HTMLElement>(null);
  // The question for a new one lies over its list.
  const shown = id === 'novo' ? undefined : id;
  // Before the screen's own title, which comes once it is painted.
  useLayoutEffect(() => {
    document.title = titled(SCREEN_NAMES[screen]);
  }, [screen, shown]);
  useEffect(() => {
    // What has the focus in the new screen was asked for.
    if (main.current?.contains(document.activeElement)) return;
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [screen, shown]);
  return (
    <div class="frame">
      <button class="skip" type="button" onClick={() => main.current?.focus()}>
        {frameText.skip}
      </button>
      <Navigation
        waiting={{ fila: groups.value.urgent.length, processos: waitingProcesses(attention.value) }}
      />
      <Strip />
      <DeadlineReminder />
      <main class="main" ref={main} tabIndex={-1}>
        {updateWaiting.value && <UpdateNotice />}
        {workMissing.value && (
          <Notice tone="danger">
            {frameText.workMissing}{' '}
            <Button onClick={() => location.reload()}>{frameText.reload}</Button>
          </Notice>
        )}
        <StorageNotice />
        {newVersions.value.length > 0 && <LayoutNews />}
        <Screen place={place.value} />
      </main>
    </div>
  );
};

const Screen = ({ place: { screen, id } }: { place: Place }) => {
  switch (screen) {
    case 'inicio':
      return id === 'prazos' ? <DeadlinesScreen /> : <HomeScreen />;
    case 'rascunhos':
      if (id === 'trazer') return <IntakeScreen />;
      if (id === 'lote') return <BulkScreen />;
      return id && id !== 'novo' ? (
        <DraftScreen key={id} id={id} />
      ) : (
        <DraftsScreen creating={id === 'novo'} />
      );
    case 'fila':
      return <QueueScreen />;
    case 'entregas':
      if (id === 'conferir') return <CheckDossierScreen />;
      if (id === 'homologar') return <HomologationScreen />;
      if (id === 'recibos') return <ReceiptsScreen />;
      return id ? <ReceiptScreen id={id} /> : <DeliveriesScreen />;
    case 'assinar':
      return <SigningScreen id={id} />;
    case 'processos':
      return <ProcessesRoutes id={id} />;
    case 'layouts':
      return <LayoutsScreen />;
    case 'certificados':
      return <CertificatesScreen />;
    case 'ajustes':
      if (id === 'representacao') return <RepresentacaoScreen />;
      if (id === 'prazos') return <DeadlineSettingsScreen />;
      if (id === 'pen') return <PenSettingsScreen />;
      return id === 'consulta' ? <ConsultScreen /> : <SettingsScreen />;
  }
};
