import type { BroughtFileFault, MakeFault } from '../../store/batches.ts';
import type { SendFault as DraftFault } from './send-state.ts';

export type { LineState } from './lines.ts';
/** The codes for which the screens choose sentences. */
export type { BroughtFileFault };
/** Why a payload did not come as far as the queue. */
export type SendFault = DraftFault | MakeFault;
