import type { TakeInFault } from '../../../app/deliveries/take-in.ts';
import { loginWay } from '../../../app/session/login-way.ts';
import { loginFault } from '../../../app/session/session.ts';
import { key } from '../../../app/state.ts';
import { Unlock } from '../../certificate/unlock.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ASK_FAULTS, atCourtText as text } from '../../text/entregas-no-tribunal.ts';
import { LOGIN_FAULTS } from '../../text/faults.ts';

/** Why the court did not answer; where the certificate is closed, the way to open it. */
export const AskFault = ({ fault }: { fault: TakeInFault }) => {
  if (fault !== 'no-token' || loginWay.value !== 'certificate') {
    return <Notice tone="warning">{ASK_FAULTS[fault]}</Notice>;
  }
  if (key.value.kind === 'unlocked') {
    const { value: why } = loginFault;
    return <Notice tone="warning">{why ? LOGIN_FAULTS[why] : text.unlocked}</Notice>;
  }
  return (
    <>
      <Notice tone="warning">{ASK_FAULTS[fault]}</Notice>
      <div class="card">
        <Unlock />
      </div>
    </>
  );
};
