import type { TakeInFault } from '../../../app/deliveries/take-in.ts';
import { loginWay } from '../../../app/session/login-way.ts';
import { Unlock } from '../../certificate/unlock.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ASK_FAULTS } from '../../text/entregas-no-tribunal.ts';

/** Why the court did not answer; where the certificate is closed, the way to open it. */
export const AskFault = ({ fault }: { fault: TakeInFault }) => (
  <>
    <Notice tone="warning">{ASK_FAULTS[fault]}</Notice>
    {fault === 'no-token' && loginWay.value === 'certificate' && (
      <div class="card">
        <Unlock />
      </div>
    )}
  </>
);
