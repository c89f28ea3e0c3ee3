import { computed, signal } from '@preact/signals';
import type { Damage as RecordDamage } from '../../store/damage.ts';

/** `log`: the entry and its log do not fit together, or what was frozen is not what its log begins with. */
export type Damage =
  | RecordDamage
  | { kind: 'log'; entryId: string }
  /** The same of an entry of PEN; the process it sends, or the trâmite it receives. */
  | { kind: 'pen-log'; entryId: string; of: { protocolo: string } | { idt: number } };

/** What was found at the start, for the person to know. */
export const damage = signal<readonly Damage[]>([]);

const disagreeing = computed(
  () => new Set(damage.value.flatMap((each) => ('entryId' in each ? [each.entryId] : []))),
);

/** Whether nobody can say from an entry's log how far it has come. */
export const disagreesWithLog = (entryId: string): boolean => disagreeing.value.has(entryId);
