import type { Finding, Standing } from '../../app/processes/types.ts';
import { counted } from './units.ts';

export const checksText = {
  title: 'Antes de enviar',
  allRight: 'Nada falta. O processo pode ser enviado.',
  count: (blocking: number) =>
    blocking === 0
      ? 'Pode ser enviado. Veja ainda:'
      : `${counted(blocking, 'coisa impede', 'coisas impedem')} o envio:`,
  warning: 'Atenção',
  inSettings: 'O que este órgão aceita e para onde envia fica em',
  ofDocument: (ordem: number) => `Documento ${ordem}: `,
} as const;

/** Where a process is, in a word. */
export const STANDING_NAMES: Record<Standing, string> = {
  open: 'Em preparo',
  sending: 'Sendo enviado',
  'in-transit': 'Em trâmite externo',
  receiving: 'Sendo recebido',
  refused: 'Recusado',
  concluded: 'Com o outro órgão',
};

/** Why a process is only shown. */
export const STANDINGS: Record<Exclude<Standing, 'open'>, string> = {
  sending: 'Este processo está sendo enviado. Até o fim do envio ele só pode ser lido.',
  'in-transit':
    'Este processo está em trâmite externo. Ele só pode ser lido até o outro órgão receber, recusar, ou o trâmite ser cancelado.',
  refused:
    'O outro órgão recusou este processo. Leia o motivo e tome ciência da recusa, para poder mudá-lo de novo.',
  receiving: 'Este processo está sendo recebido. Ele só pode ser lido até o recebimento terminar.',
  concluded:
    'Este processo está com o outro órgão, que o recebeu. Aqui ele só pode ser lido, até voltar.',
};

type Say = (about: string) => string;

/** What is wrong, and how to mend it. */
const FINDINGS: Record<Finding['code'], Say> = {
  'not-open': () => 'O processo não pode ser mudado nem enviado agora.',
  'number-missing': () => 'Falta o número do processo.',
  'number-too-long': () => 'O número do processo tem mais de 50 caracteres.',
  'wrong-check-digits': () =>
    'Os dois últimos algarismos do número não conferem com os outros. Se o número é mesmo este, pode enviar assim.',
  'description-missing': () => 'Falta a especificação: do que o processo trata.',
  'description-too-long': () => 'A especificação tem mais de 100 caracteres. Encurte-a.',
  'type-too-long': () => 'O tipo de processo tem mais de 100 caracteres. Encurte-o.',
  'interested-missing': () => 'Falta ao menos um interessado.',
  'interested-unnamed': () => 'Há um interessado sem nome. Escreva o nome, ou tire-o.',
  'name-too-long': (name) => `O nome do interessado ${name} tem mais de 150 caracteres.`,
  'identification-too-long': (name) =>
    `O número de identificação de ${name} tem mais de 20 caracteres.`,
  'producer-missing': () => 'Falta o nome de quem produziu o processo.',
  secret: () =>
    'O que é sigiloso não pode ser enviado por aqui. Mude o nível de acesso, se for o caso, ou envie de outra forma.',
  'hypothesis-missing': () => 'O acesso é restrito: escolha a hipótese legal.',
  'hypothesis-unknown': () =>
    'A hipótese legal não está na tabela do Tramita GOV.BR que há neste computador. Atualize as tabelas em Ajustes dos processos, ou escolha outra.',
  'hypothesis-inactive': () => 'A hipótese legal não vale mais. Escolha outra.',
  'no-documents': () => 'O processo não tem documentos. Traga um arquivo ou escreva um documento.',
  'especie-unknown': () =>
    'Este tipo de documento não corresponde a nenhum do Tramita GOV.BR. Escolha outro tipo, ou peça a quem configura o Estafeta que o ligue a um.',
  'especie-unnamed': () => 'Falta o tipo do documento.',
  unsigned: () => 'Foi escrito aqui e ainda não está assinado.',
  'document-empty': () => 'Não tem nenhum arquivo.',
  'annex-of-nothing': () =>
    'É anexo de um documento que não vem antes dele. Escolha outro, ou mude a ordem.',
  'file-empty': (name) => `O arquivo ${name} está vazio. Traga-o de novo.`,
  'file-name-missing': () => 'Um arquivo está sem nome.',
  'file-name-too-long': (name) => `O nome do arquivo ${name} tem mais de 255 caracteres.`,
  'file-type-unknown': (name) =>
    `Não se sabe de que tipo é o arquivo ${name}. Salve-o em outro formato, como PDF.`,
  'file-too-large': (name) =>
    `O arquivo ${name} é maior que o máximo configurado. Divida-o, ou peça a quem configura o Estafeta que mude o máximo.`,
  'too-large-there': (name) => `O arquivo ${name} é maior do que o órgão de destino aceita.`,
  'destination-not-allowed': (unit) =>
    `Este órgão está configurado para não enviar a ${unit}. Escolha outro destino.`,
};

export const sayFinding = ({ code, about = '' }: Finding): string => FINDINGS[code](about);
