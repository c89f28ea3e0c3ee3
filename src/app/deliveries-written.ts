import { deliveriesWritten } from './state.ts';
import { tellChanged } from './tabs.ts';

/** How often at most the screens and the other windows are told. */
const TELL_MS = 100;
let isToBeTold = false;

/** Has those who show deliveries read them again: another window wrote some. */
export const rereadDeliveries = async (): Promise<void> => {
  deliveriesWritten.value += 1;
};

/** Something was written of deliveries at the court: a little later the lists of all windows are told. */
export const noteDeliveries = (): void => {
  if (isToBeTold) return;
  isToBeTold = true;
  setTimeout(() => {
    isToBeTold = false;
    deliveriesWritten.value += 1;
    tellChanged('deliveries');
  }, TELL_MS);
};
