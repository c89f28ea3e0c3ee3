import type { MemberKind } from './types.ts';

/** Where the files of a dossier lie that it has once at most. */
export const NAMES = {
  manifest: 'manifesto.json',
  'read-me': 'LEIA-ME.txt',
  page: 'index.html',
  record: 'recibo.json',
  frozen: 'envio/congelado.json',
  log: 'envio/registro.jsonl',
  body: 'envio/dados-enviados.json',
  layout: 'envio/layout.json',
  'court-pdf': 'homologacao/do-tribunal.pdf',
  'signed-pdf': 'homologacao/assinado.pdf',
} as const satisfies Partial<Record<MemberKind, string>>;

const FOLDERS = {
  'sent-file': 'arquivos-enviados/',
  'chosen-file': 'arquivos-escolhidos/',
} as const satisfies Partial<Record<MemberKind, string>>;

/** What a file of a dossier is, by its name; nothing where a dossier has no such file. */
export const kindOfMember = (name: string): MemberKind | undefined => {
  for (const kind of KINDS) if (NAMES[kind] === name) return kind;
  if (name.startsWith(FOLDERS['sent-file'])) return 'sent-file';
  return name.startsWith(FOLDERS['chosen-file']) ? 'chosen-file' : undefined;
};

const KINDS = Object.keys(NAMES) as (keyof typeof NAMES)[];

/** `index`: the place of the file in what was frozen, which tells files of the same name apart. */
export const sentName = (index: number, name: string): string =>
  `${FOLDERS['sent-file']}${index + 1}-${cleanName(name)}`;

export const chosenName = (index: number, name: string): string =>
  `${FOLDERS['chosen-file']}${index + 1}-${cleanName(name.replace(/\.p7s$/i, ''))}`;

const LONGEST = 100;

/** A name that every system takes. */
export const cleanName = (name: string): string => {
  const clean = name.normalize('NFC').replace(/[\p{Cc}\p{Cs}\\/:*?"<>|]/gu, '_');
  // Windows drops points and spaces at the end.
  return (
    [...clean]
      .slice(-LONGEST)
      .join('')
      .replace(/[. ]+$/, '_') || 'arquivo'
  );
};
