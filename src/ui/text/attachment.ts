import type { AttachmentFault, FileKind } from '../../app/form.ts';

export const ATTACHMENT_FAULTS: Record<AttachmentFault, string> = {
  empty: 'O arquivo está vazio. Confira se ele abre no seu computador e escolha de novo.',
  'too-large':
    'O arquivo tem mais de 10 MB, o máximo que o tribunal recebe. Se foi digitalizado, digitalize de novo em tons de cinza, com 200 a 300 pontos por polegada (dpi). Se veio de um programa, gere o PDF de novo com as imagens comprimidas. Ou divida o documento, onde o layout aceita mais de um arquivo.',
  'image-too-large':
    'A imagem tem mais de 512 kB, o máximo para imagens. Reduza a imagem ou converta-a em PDF.',
  'kind-not-accepted':
    'O tribunal recebe PDF, P7S, PNG e JPEG. O conteúdo deste arquivo não é de nenhum deles, mesmo que o nome diga. Salve o documento como PDF e escolha de novo.',
  unreadable:
    'Não foi possível ler o arquivo. Ele pode ter sido movido, ou o pen drive retirado. Escolha de novo.',
};

export const FILE_KINDS: Record<FileKind, string> = {
  pdf: 'PDF',
  p7s: 'P7S',
  png: 'imagem PNG',
  jpeg: 'imagem JPEG',
  other: 'outro tipo',
};

const oneDecimal = new Intl.NumberFormat('pt-BR', { maximumFractionDigits: 1 });

/** A size in bytes as people read it: `1,2 MB`. */
export const showSize = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1024) return `${Math.round(kilobytes)} kB`;
  const megabytes = kilobytes / 1024;
  if (megabytes < 1024) return `${oneDecimal.format(megabytes)} MB`;
  return `${oneDecimal.format(megabytes / 1024)} GB`;
};
