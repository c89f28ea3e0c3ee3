import { type RecepcaoEntry, standingOf } from '../app/queue/types.ts';

/** Whether an entry goes on only once the person does something. */
export const needsPerson = ({ state }: RecepcaoEntry): boolean => {
  if (state.kind === 'waiting') return state.need === 'unlock' || state.need === 'token';
  return ['needs-person', 'uncertain', 'rejected'].includes(state.kind);
};

/** Whether nobody knows yet if the last step happened. */
export const isUncertain = (entry: RecepcaoEntry): boolean =>
  entry.state.kind !== 'running' && standingOf(entry).startsWith('perhaps');
