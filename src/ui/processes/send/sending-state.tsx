import { showInstant } from '../../../base/civil-date.ts';
import { Notice } from '../../parts/notice.tsx';
import { hrefOf } from '../../router.ts';
import { sendingText as text } from '../../text/envio-de-processo.ts';

import type { Sending } from './send-panel.tsx';

/** Where a sending is, in words. */
export const SendingState = ({ sending: { state } }: { sending: Sending }) => {
  switch (state.kind) {
    case 'ready':
      return <p role="status">{text.queued}</p>;
    case 'running':
      return <p role="status">{text.step(state.step)}</p>;
    case 'waiting':
      return (
        <Notice tone="warning">
          {text.waitsForOffice}{' '}
          <a href={hrefOf({ screen: 'processos', id: 'entrar' })}>{text.enter}</a>
        </Notice>
      );
    case 'uncertain':
      return <Notice tone="warning">{text.doubt(state.code)}</Notice>;
    case 'paused':
      return (
        <Notice tone="info">
          {text.pause(state.reason)}{' '}
          {state.until !== undefined && text.until(showInstant(state.until))}
        </Notice>
      );
    case 'needs-person':
      return <Notice tone="warning">{question(state)}</Notice>;
    case 'rejected':
      return (
        <Notice tone="danger">
          {text.rejected(state.code, said(state.detail, 'mensagem'))}{' '}
          {text.rejectedHelp(state.code)}
        </Notice>
      );
    default:
      return null;
  }
};

const question = (state: Extract<Sending['state'], { kind: 'needs-person' }>): string => {
  if (state.what === 'takeover') return text.takeover(state.other.name);
  if (state.what !== 'mend') return text.doubt('code' in state ? state.code : undefined);
  return text.mend(state.code, said(state.detail, 'nome'), said(state.detail, 'mensagem'));
};

/** A text of a detail's members, where it is there. */
const said = (detail: unknown, name: string): string => {
  const value = Object.entries(detail ?? {}).find(([member]) => member === name)?.[1];
  return typeof value === 'string' ? value : '';
};
