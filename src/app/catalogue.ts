/** Names of accounts and layouts, for the screens. */
export { CATALOGUE, layoutName } from '../layout/catalogue.ts';
export { type PeriodFault, periodFault } from '../layout/period.ts';
export { fieldAtTokens as fieldAt } from '../layout/walk.ts';
