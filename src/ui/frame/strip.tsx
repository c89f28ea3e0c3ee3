import { endOf } from '../../app/certificates.ts';
import { attention, waitingProcesses } from '../../app/pen/attention.ts';
import { ambiente, copiesKnown, key, offlineState, reach, room, token } from '../../app/state.ts';
import { noRoom } from '../../app/storage/condition.ts';
import { isScarce } from '../../app/storage/room.ts';
import { showInstant } from '../../base/civil-date.ts';
import { lazy } from '../parts/lazy.tsx';
import { RepresentacaoMark } from '../represented/strip-mark.tsx';
import { hrefOf } from '../router.ts';
import { showSize } from '../text/attachment.ts';
import { frameText } from '../text/frame.ts';
import { sayValidity } from '../text/validade.ts';
import { groups } from '../waiting.ts';

const CopyMark = lazy(async () => (await import('../backup/copy-mark.tsx')).CopyMark);

/** One quiet line of truth; every part leads to where it is explained or mended. */
export const Strip = () => (
  <section class="strip" aria-label={frameText.strip}>
    <AmbienteMark />
    <RepresentacaoMark />
    <WaitingMark />
    <ProcessesMark />
    <ReachMark />
    <TokenMark />
    <KeyMark />
    <RoomMark />
    {copiesKnown.value && <CopyMark />}
    <OfflineMark />
  </section>
);

const AmbienteMark = () => {
  const current = ambiente.value;
  return (
    <a
      class={`strip-ambiente ${current?.tipo === 'producao' ? 'strip-ambiente-producao' : ''}`}
      href={hrefOf({ screen: 'ajustes' })}
    >
      {current ? frameText.ambiente(current.nome) : frameText.noAmbiente}
    </a>
  );
};

/** Counted over the entries as they stand on disk: state and log row are written together or not at all. */
const WaitingMark = () => {
  const count = groups.value.urgent.length;
  // Nothing waits only where no process waits either.
  if (count === 0 && waitingProcesses(attention.value) > 0) return null;
  return (
    <a class={`strip-item ${count > 0 ? 'strip-item-warn' : ''}`} href={hrefOf({ screen: 'fila' })}>
      {frameText.waiting(count)}
    </a>
  );
};

const ProcessesMark = () => {
  const count = waitingProcesses(attention.value);
  if (count === 0) return null;
  return (
    <a class="strip-item strip-item-warn" href={hrefOf({ screen: 'processos' })}>
      {frameText.processesWait(count)}
    </a>
  );
};

const ReachMark = () => {
  const seen = reach.value;
  if (seen.kind === 'unknown') return <span class="strip-item">{frameText.reachUnknown}</span>;
  const reached = seen.kind === 'reached';
  return (
    <a class={`strip-item ${reached ? '' : 'strip-item-warn'}`} href={hrefOf({ screen: 'fila' })}>
      {(reached ? frameText.reached : frameText.notReached)(showInstant(seen.at))}
    </a>
  );
};

const TokenMark = () => (
  <a class="strip-item" href={hrefOf({ screen: 'ajustes' })}>
    {token.value ? frameText.token(showInstant(token.value.expiresAt)) : frameText.noToken}
  </a>
);

const KeyMark = () => {
  const state = key.value;
  const text =
    state.kind === 'none'
      ? frameText.keyNone
      : (state.kind === 'locked' ? frameText.keyLocked : frameText.keyUnlocked)(
          state.certificate.holder.name,
        );
  const end = state.kind === 'none' ? undefined : endOf(state.certificate);
  const tone = state.kind === 'unlocked' ? 'strip-item-ok' : '';
  return (
    <a
      class={`strip-item ${end?.soon ? 'strip-item-warn' : tone}`}
      href={hrefOf({ screen: 'certificados' })}
    >
      {text}
      {end?.soon && ` (${sayValidity(end.days)})`}
    </a>
  );
};

const RoomMark = () => {
  const current = room.value;
  if (!current) return null;
  const scarce = isScarce(current);
  const remarks = [
    ...(noRoom.value ? [frameText.roomFull] : scarce ? [frameText.roomScarce] : []),
    ...(current.persisted ? [] : [frameText.notPersisted]),
  ];
  return (
    <a
      class={`strip-item ${noRoom.value || scarce ? 'strip-item-warn' : ''}`}
      href={hrefOf({ screen: 'ajustes' })}
    >
      {frameText.room(showSize(current.used), showSize(current.quota))}
      {remarks.length > 0 && ` (${remarks.join(', ')})`}
    </a>
  );
};

const OFFLINE_TEXT = {
  ready: frameText.offlineReady,
  preparing: frameText.offlinePreparing,
  unavailable: frameText.offlineUnavailable,
};

const OfflineMark = () => (
  <span
    class={`strip-item ${offlineState.value === 'ready' ? 'strip-item-ok' : ''}`}
    data-offline={offlineState.value}
  >
    {OFFLINE_TEXT[offlineState.value]}
  </span>
);
