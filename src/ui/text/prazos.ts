import type {
  DeadlineRule,
  HolidayId,
  HolidayLineFault,
  Obligation,
  Standing,
} from '../../app/deadlines/types.ts';
import { toBrazilianDate } from '../../base/civil-date.ts';
import { counted } from './units.ts';

export const deadlinesText = {
  title: 'Prazos',
  lead: 'O que precisa estar homologado no tribunal, e até quando. Entregue e não homologado ainda não conta.',
  back: 'Início',
  settings: 'Feriados e regras',
  watch: 'Anotar o que falta enviar',
  exportCalendar: 'Salvar na agenda (.ics)',
  calendarFileName: 'prazos-estafeta.ics',
  eventPrefix: 'Homologar no TCMGO até hoje',
  uncertain:
    'Os prazos são os que um fornecedor de sistemas citou do art. 3º da IN TCMGO 12/2018: 3 dias úteis. O Estafeta não conferiu a norma em vigor. Confira com o tribunal e corrija em “Feriados e regras”.',
  reading: 'Lendo os prazos…',
  none: 'Nada com prazo em aberto.',
  noneHelp:
    'Aparecem aqui os rascunhos e as entregas não homologadas dos layouts que têm prazo, e o que você anotar.',
  columns: {
    due: 'Até',
    what: 'O que',
    where: 'Onde está',
    why: 'De onde vem o prazo',
    actions: 'Ações',
  },
  open: 'Em aberto',
  calendar: 'Calendário',
  previous: 'Mês anterior',
  next: 'Mês seguinte',
  today: 'hoje',
  weekdays: ['domingo', 'segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado'],
  done: 'Homologados',
  doneLead:
    'As entregas com mês de referência deste mês ou do anterior que tinham prazo em um dia deste mês. O tribunal não diz quando a homologação aconteceu: vale o dia em que ele aceitou a assinatura daqui, ou em que foi vista.',
  doneNone: 'Nenhum.',
  chart: 'Entregas por mês de referência',
  chartLead: 'Doze meses, até o mês escolhido no calendário.',
  chartSaid: 'Gráfico de barras das entregas por mês. Os números estão na tabela ao lado.',
  chartTable: 'Os números do gráfico',
  chartStates: { homologated: 'Homologadas', pending: 'Não homologadas' },
  month: 'Mês de referência',
  reminders: 'Lembretes',
  remindersLead:
    'Com o Estafeta aberto, o navegador lembra uma vez por dia do que vence. Com ele fechado, use a agenda (.ics).',
  remindersAllow: 'Permitir lembretes',
  remindersStates: {
    default: undefined,
    granted: 'Os lembretes estão permitidos.',
    denied: 'Os avisos estão bloqueados neste navegador, nas permissões deste endereço.',
  },
  noDate: 'sem data ainda',
  noDateWhy: 'A data de que o prazo depende ainda não foi preenchida.',
  noRule: 'Este layout não tem mais regra de prazo.',
  monthRule: (day: number) => `Até o dia ${day} do mês seguinte. Regra do seu órgão.`,
  passedOver: (days: string) => `Não contaram: ${days}.`,
  weekends: 'fins de semana',
  inferredHoliday: 'a confirmar',
  watchDone: 'Tirar da lista',
  watchDoneOf: (name: string) => `Tirar da lista: ${name}`,
  watchDoneTitle: 'Tirar da lista?',
  watchDoneBody: (name: string) =>
    `${name} sai dos prazos. O Estafeta não tem como conferir se foi entregue e homologado.`,
  cancel: 'Cancelar',
  watchTitle: 'Anotar o que falta enviar',
  watchLead: 'Para o que já foi publicado ou já aconteceu e ainda não tem rascunho aqui.',
  layout: 'Layout',
  watchDay: 'Publicado ou acontecido em',
  watchDayHelp: 'dd/mm/aaaa',
  watchNote: 'Anotação (número do processo, objeto)',
  watchSave: 'Anotar',
  badDate: 'Escreva uma data que exista, como 23/11/2026.',
  notKept: (fault: string) => `Vale só até fechar esta janela. ${fault}`,
} as const;

/** Until when, for a person. */
export const sayStanding = (standing: Standing): string => {
  switch (standing.kind) {
    case 'late':
      return `atrasado há ${counted(standing.days, 'dia', 'dias')}`;
    case 'due':
      if (standing.days === 0) return 'vence hoje';
      return standing.days === 1 ? 'vence amanhã' : `faltam ${standing.days} dias`;
    case 'done-in-time':
      return 'homologado no prazo';
    case 'done-late':
      return 'homologado fora do prazo';
    case 'done-unknown':
      return 'homologado; não se sabe se no prazo';
  }
};

/** Where something stands on its way to the court. */
export const sayWhere = ({ what }: Obligation): string => {
  switch (what.kind) {
    case 'draft':
      return what.isQueued ? 'Na fila de envio' : 'Rascunho, não enviado';
    case 'delivery':
      return what.state === 'differs'
        ? 'No tribunal, com outros dados'
        : 'Entregue, não homologado';
    case 'homologated':
      return 'Homologado';
    case 'watch':
      return 'Anotado à mão';
    case 'month':
      return 'Nada deste mês aqui';
  }
};

/** What the days of article 3 are called, by where payloads hold them. */
const FROM_NAMES: Readonly<Record<string, string>> = {
  '/publicacao/*/dataPublicacao': 'primeira data de publicação',
  '/resultado/*/dataHomologacao': 'primeira data de homologação de resultado',
  '/data': 'data do acontecimento',
};

/** Where the day comes from that a deadline counts from. */
export const sayCounted = (from: string, days: number, isQuoted: boolean): string =>
  `${counted(days, 'dia útil', 'dias úteis')} depois de ${toBrazilianDate(from)}. ${
    isQuoted ? 'IN 12/2018, art. 3º (a confirmar).' : 'Regra do seu órgão.'
  }`;

export const HOLIDAY_NAMES: Record<HolidayId, string> = {
  'new-year': 'Confraternização Universal',
  tiradentes: 'Tiradentes',
  labour: 'Dia do Trabalho',
  independence: 'Independência',
  'all-souls': 'Finados',
  republic: 'Proclamação da República',
  christmas: 'Natal',
  aparecida: 'Nossa Senhora Aparecida',
  'black-awareness': 'Consciência Negra',
  'good-friday': 'Paixão de Cristo',
  'goias-city': 'Fundação da Cidade de Goiás',
  'goiania-stone': 'Pedra fundamental de Goiânia',
  'public-servant': 'Dia do Servidor Público',
  'carnival-monday': 'Segunda-feira de Carnaval',
  'carnival-tuesday': 'Carnaval',
  'ash-wednesday': 'Quarta-feira de Cinzas',
  'corpus-christi': 'Corpus Christi',
};

export const deadlineSettingsText = {
  title: 'Feriados e regras de prazo',
  lead: 'Valem para este computador.',
  back: 'Prazos',
  holidays: 'Feriados',
  holidaysLead: 'Os marcados não contam como dia útil.',
  kinds: {
    national: 'Nacionais',
    state: 'De Goiás',
    optional: 'Pontos facultativos',
  },
  kindsHelp: {
    national: 'Feriados por lei federal; o da Paixão de Cristo, pela Lei 9.093/1995.',
    state:
      'A Lei estadual 20.756/2020 (art. 269) os fixa para o serviço público do Estado. Que valham para os prazos do tribunal é inferido: desmarque para contar pelo mais cedo.',
    optional: 'Não são feriados por lei. Marque só se o tribunal não os contar como dia útil.',
  },
  own: 'Feriados do município',
  ownLead: 'Aniversário da cidade, padroeiro, luto oficial.',
  ownNone: 'Nenhum ainda.',
  date: 'Data',
  name: 'Nome',
  yearly: 'Todo ano',
  once: 'Só uma vez',
  yes: 'sim',
  no: 'não',
  add: 'Acrescentar',
  remove: 'Tirar',
  removeOf: (name: string) => `Tirar ${name}`,
  noName: 'Escreva o nome do feriado.',
  importCsv: 'Trazer de planilha (CSV)',
  importHelp: 'Três colunas: data, nome, todo ano (sim ou não).',
  exportCsv: 'Salvar como planilha (CSV)',
  csvName: 'feriados.csv',
  imported: (count: number) => `${counted(count, 'feriado trazido', 'feriados trazidos')}.`,
  notTaken: (line: number, why: string) => `Linha ${line}: ${why}`,
  unreadable: 'O arquivo não pôde ser lido.',
  rules: 'Regras por layout',
  rulesLead:
    'As oito primeiras são as do art. 3º da IN 12/2018 como um fornecedor as citou. Atos de pessoal e folha não têm prazo documentado: só entram se o seu órgão os puser aqui.',
  ruleKind: 'Como conta',
  businessDays: 'Dias úteis depois de uma data',
  nextMonth: 'Dia do mês seguinte ao de referência',
  days: 'Dias úteis',
  day: 'Dia do mês',
  from: 'Data do formulário',
  since: 'Desde',
  sinceHelp: 'mm/aaaa',
  sayRule: (rule: DeadlineRule) =>
    rule.kind === 'business-days'
      ? `${counted(rule.days, 'dia útil', 'dias úteis')} depois de: ${FROM_NAMES[rule.from] ?? rule.fromName ?? rule.from}`
      : `até o dia ${rule.day} do mês seguinte, desde ${String(rule.since.mes).padStart(2, '0')}/${rule.since.ano}; se não for dia útil, antes`,
  source: 'Origem',
  sources: { 'article-3': 'IN 12/2018, citada', office: 'Seu órgão' },
  changeRule: 'Mudar',
  changeRuleOf: (name: string) => `Mudar a regra de ${name}`,
  removeRuleOf: (name: string) => `Tirar a regra de ${name}`,
  addRule: 'Acrescentar regra',
  restoreRules: 'Voltar às regras da IN 12/2018',
  ruleTitle: 'Regra de prazo',
  save: 'Guardar',
  cancel: 'Cancelar',
  badCounts: {
    'business-days': 'Escreva um número inteiro, de 1 a 365.',
    'next-month': 'Escreva um dia, de 1 a 31.',
  },
  badMonth: 'Escreva mês e ano, como 01/2026.',
  noDates: 'Este layout não tem datas.',
  notKept: (fault: string) => `Vale só até fechar esta janela. ${fault}`,
} as const;

export const HOLIDAY_LINE_FAULTS: Record<HolidayLineFault, string> = {
  'no-date': 'a data não existe ou falta.',
  'no-name': 'falta o nome.',
  'no-yes-or-no': 'em “todo ano”, escreva sim ou não.',
};
