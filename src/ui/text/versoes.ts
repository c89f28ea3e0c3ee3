import type { VersionReason } from '../../app/drafts/versions.ts';
import { counted } from './units.ts';

export const versionsText = {
  open: 'Versões',
  title: 'Versões deste rascunho',
  lead: 'O programa guarda sozinho como o rascunho estava em alguns momentos, até 20 deles. Voltar a uma versão pode ser desfeito.',
  reading: 'Lendo as versões…',
  none: 'Nenhuma versão guardada ainda. A primeira é guardada quando o rascunho é mudado.',
  differs: 'O que mudou desde então',
  count: (count: number) =>
    count === 0
      ? 'Igual ao que está agora no rascunho.'
      : counted(count, 'diferença', 'diferenças'),
  more: (count: number) => `e mais ${counted(count, 'diferença', 'diferenças')}.`,
  columns: { field: 'Campo', before: 'Naquela versão', now: 'Agora' },
  empty: 'vazio',
  row: 'preenchido',
  back: 'Voltar a esta versão',
  backTo: (when: string) => `Voltar a esta versão, de ${when}`,
  close: 'Fechar',
} as const;

export const VERSION_REASONS: Record<VersionReason, string> = {
  session: 'Antes de o preenchimento continuar nesse dia',
  import: 'Antes de importar dados',
  layout: 'Antes de passar para outro layout',
  queue: 'Como foi para a fila de envio',
  return: 'Antes de voltar a uma versão anterior',
};
