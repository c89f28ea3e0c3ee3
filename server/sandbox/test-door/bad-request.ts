import { refusal, refuse } from '../tcmgo/answer.ts';
import { ours } from '../tcmgo/messages.ts';

/** What the door answers where it does not understand. */
export const badRequest = (): Response => refuse(refusal(400, ours('Pedido não compreendido.')));
