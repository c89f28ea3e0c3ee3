import type { ChoiceOption } from '../../app/form.ts';

/** Words of the generated form that are the same in every layout. */
export const formText = {
  required: 'obrigatório',
  hint: 'Dica:',
  yes: 'Sim',
  no: 'Não',
  clear: 'Limpar',
  clearOf: (label: string) => `Limpar: ${label}`,
  choose: 'Escolha…',
  foreign: (code: string) => `${code} – fora da tabela`,
  codesWithoutNames:
    'Só os números destes códigos são públicos. Se tiver a tabela, carregue-a em Layouts.',
  calendar: 'Calendário',
  calendarOf: (label: string) => `Calendário: ${label}`,
  informPart: 'Informar esta parte',
  addRow: 'Incluir linha',
  addRowOf: (label: string) => `Incluir linha: ${label}`,
  remove: 'Remover',
  removeOf: (what: string) => `Remover ${what}`,
  removeFileOf: (label: string) => `Remover o arquivo: ${label}`,
  chooseFile: 'Escolher arquivo',
  changeFile: 'Trocar',
  dropFile: 'ou solte o arquivo aqui',
  fileStays: (name: string) => `${name}, já no tribunal: fica como está`,
  fileOfId: (id: string) => `Arquivo com o identificador ${id}`,
  signedBy: (name: string) => `assinado por ${name}`,
  unsignedImage: 'imagem, não precisa de assinatura',
  unsigned: 'ainda não assinado',
  onlyShown:
    'Este formulário só mostra este dado. Para preenchê-lo, importe o arquivo JSON do seu sistema.',
} as const;

/** `vale de 01/2018 a 12/2020`. */
export const validityText = ({ from, until }: NonNullable<ChoiceOption['validity']>): string => {
  if (from && until) return `vale de ${from} a ${until}`;
  return from ? `vale a partir de ${from}` : `vale até ${until}`;
};

/** A code of a table as a person reads it: `2 – Pregão`; where it is not valid in the month, its own months too. */
export const optionText = ({ value, label, validity }: ChoiceOption): string => {
  const named = label ? `${value} – ${label}` : String(value);
  return validity ? `${named} (${validityText(validity)})` : named;
};
