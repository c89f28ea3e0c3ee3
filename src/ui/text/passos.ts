const STEP_NAMES: Record<string, string> = {
  upload: 'Envio do arquivo',
  'write-body': 'Fechamento dos dados',
  send: 'Envio dos dados',
  'find-extras': 'Procura de entregas repetidas',
  compare: 'Conferência do que o tribunal guardou',
  extra: 'Pergunta sobre a entrega repetida',
  'delete-extra': 'Exclusão da entrega repetida',
  consent: 'Confirmação',
  'fetch-pdf': 'Busca do PDF de homologação',
  'sign-pdf': 'Assinatura do PDF de homologação',
  homologate: 'Homologação',
  confirm: 'Confirmação da homologação',
  'read-old': 'Leitura do que o tribunal guarda',
  alter: 'Alteração da entrega',
  'consent-delete': 'Confirmação da exclusão',
  delete: 'Exclusão da entrega',
};

/** How a step of an entry is called; what is not known is called as it is in the log. */
export const stepName = (step: string): string => STEP_NAMES[step.split(':')[0] ?? ''] ?? step;
