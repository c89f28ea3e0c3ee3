import type { Statement } from '../../app/deliveries.ts';

export const deliveriesText = {
  title: 'Entregas',
  lead: 'O que o tribunal já recebeu, com a prova de cada entrega, e o que ele guarda agora.',
  none: 'Nenhuma entrega ainda.',
  noneHelp:
    'As entregas aparecem aqui assim que o tribunal devolve o recibo. As que foram feitas fora daqui podem ser trazidas do tribunal.',
  layout: 'Layout',
  period: 'Mês de referência',
  courtId: 'Número no tribunal (id)',
  recibo: 'Recibo',
  state: 'Situação',
  deliveredAt: 'Entregue em',
  takenInAt: 'Feita fora deste programa, trazida em',
  confirmedAt: 'Homologação confirmada em',
  representation: 'Representação (código)',
  environment: 'Ambiente',
  signedBy: 'Homologação assinada por',
  open: 'Abrir recibo',
  back: 'Entregas',
  receiptTitle: 'Recibo da entrega',
  print: 'Imprimir ou salvar em PDF',
  pdf: 'PDF de homologação do tribunal',
  signedPdf: 'PDF de homologação assinado',
  download: 'Salvar',
  content: 'Dados entregues',
  field: 'Campo',
  value: 'Valor',
  yes: 'Sim',
  no: 'Não',
  files: 'Arquivos entregues',
  file: 'Arquivo',
  idAtCourt: 'Identificador no tribunal',
  signers: 'Assinado por',
  hashes: 'Identificação (SHA-256)',
  hashBody: 'Dados enviados',
  hashLayout: 'Layout usado',
  hashPdf: 'PDF do tribunal',
  hashSignedPdf: 'PDF assinado',
  hashLog: 'Registro do envio',
  notFound: 'Esta entrega não está guardada neste computador.',
  states: { homologado: 'Homologado', other: 'Não homologado' },
} as const;

/** What may be said of a delivery, and no more. */
export const STATEMENTS: Record<Statement['code'], string> = {
  homologated:
    'O tribunal confirmou esta entrega como HOMOLOGADA, com os mesmos dados que foram enviados daqui.',
  'held-not-homologated':
    'O tribunal guarda estes dados, mas eles ainda não estão homologados. Sem homologação, a entrega não conta.',
  'accepted-not-read-back':
    'O tribunal devolveu um recibo. O que ele guardou ainda não foi lido de volta, e a entrega não está homologada.',
};

/** The same of what was made elsewhere and taken in. */
export const TAKEN_IN_STATEMENTS: Record<Statement['code'], string> = {
  ...STATEMENTS,
  homologated:
    'O tribunal mostrou esta entrega, feita fora deste programa, como HOMOLOGADA, com os dados que estão aqui.',
};

export const WORTH: Record<Statement['worth'], string | undefined> = {
  real: undefined,
  test: 'Ambiente de testes do tribunal: esta entrega não tem valor.',
  simulated: 'Simulador: esta entrega é um treino e não tem nenhum valor.',
};
