import type { ReceiveProblemCode } from './receive-checks.ts';

/** After these there is nothing to accept: what came is not what was sent, or this body may not keep it. */
const FATAL: readonly ReceiveProblemCode[] = [
  'unreadable',
  'component-corrupt',
  'component-missing',
  'document-changed',
  'document-gone',
  'protocol-changed',
  // The manual has it refused (motivo 99): two processes of one number could not be told apart.
  'protocol-taken',
  // What is secret goes by other ways.
  'secret',
];

/** Whether what came may be taken in although something speaks against it. */
export const mayAccept = (problems: readonly { code: string }[]): boolean =>
  !problems.some(({ code }) => FATAL.some((fatal) => fatal === code));
