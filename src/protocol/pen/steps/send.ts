import { before } from './send-before.ts';
import { look } from './send-look.ts';
import { reciboDeEnvio } from './send-recibo.ts';
import { register } from './send-register.ts';
import { unknownWanted, upload } from './send-upload.ts';
import { withdraw } from './send-withdraw.ts';
import type { PenStep, PenTools, Sending } from './step.ts';

/** The next step of a sending, from what was written down alone. */
export const toSend = (sending: Sending, tools: PenTools): PenStep | 'done' => {
  const { errand, progress, notes } = sending;
  const { idt } = progress;
  const { wanted, ticket } = notes;
  if (notes.recibo !== undefined || notes.unreceipted) return 'done';
  // A sending that may have been made elsewhere is asked about before it is said what was there before.
  const mayBeMade = sending.mustAsk && !errand.fromCopy;
  if (idt === undefined && !notes.known && !mayBeMade) return before(sending, tools);
  if (idt === undefined) return register(sending, tools);
  if (!wanted) return look(sending, idt, tools);
  if (wanted.length === 0) return reciboDeEnvio(sending, idt, tools);
  if (ticket === undefined) return withdraw(sending, idt, tools);
  const next = errand.components.findIndex(({ hash }) => wanted.includes(hash));
  const component = errand.components[next];
  if (!component) return unknownWanted(wanted);
  const protocolo = notes.askedUnder?.[component.hash] ?? component.protocolo;
  const what = { component: { ...component, protocolo }, number: next + 1, ticket };
  return upload(sending, what, tools);
};
