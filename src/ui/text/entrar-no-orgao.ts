import type { EnterFault } from '../../app/pen/enter-office.ts';
import type { PenPapel } from '../../base/environment.ts';

export const officeText = {
  title: 'Entrar no órgão',
  lead: 'Para enviar e receber processos, cada pessoa entra com o seu usuário no órgão em que trabalha.',
  toProcesses: 'Processos',
  absent: 'Este ambiente não envia nem recebe processos.',
  absentHelp:
    'Quem cuida do servidor do Estafeta precisa configurar o órgão e o certificado dele. No simulador já está tudo pronto para treinar.',
  user: 'Usuário',
  noUser: 'Informe o usuário.',
  password: 'Senha',
  noPassword: 'Informe a senha.',
  enter: 'Entrar',
  entering: 'Entrando…',
  ended: 'O seu acesso terminou. Entre de novo para continuar; o que você preparou está guardado.',
  demoTitle: 'Pessoas para treinar',
  demoLead: 'Só existem no simulador.',
  demoCaption: 'Usuários e senhas de treino',
  columns: { user: 'Usuário', password: 'Senha', body: 'Órgão', roles: 'Pode', use: 'Usar' },
  use: 'Usar',
  useOf: (user: string) => `Usar o usuário ${user}`,
  insideTitle: 'Você está no órgão',
  person: 'Pessoa',
  body: 'Órgão',
  unit: 'Unidade',
  roles: 'Pode',
  until: 'Até',
  reading: 'Recebimento',
  unitOf: (name: string, repository: number, number: string) =>
    `${name} (unidade ${number} do repositório ${repository})`,
  memory: 'O acesso vale só nesta janela e termina quando ela fecha.',
  readHere: 'Receber neste navegador',
  leave: 'Sair do órgão',
  enterFirst: 'Preparar não precisa de acesso; para enviar e receber, é preciso entrar no órgão.',
  change: 'Ver ou sair',
  line: (body: string, person: string) => `${body} · ${person}`,
  lineUntil: (time: string) => `até ${time}`,
  elsewhere: (name: string) =>
    `Quem recebe os processos deste órgão agora é outro navegador: ${name}. Só um recebe por vez, porque receber muda a situação do trâmite para todos. Quando ele sair do órgão, ou um minuto depois de fechado, este aqui pode receber.`,
  skew: (duration: string, isAhead: boolean) =>
    `O relógio deste computador está ${duration} ${isAhead ? 'adiantado' : 'atrasado'} em relação ao do Tramita GOV.BR. Os recibos levam a hora: acerte o relógio do computador.`,
} as const;

/** What a role lets a person do. */
const ROLES: Record<PenPapel, string> = {
  enviar: 'enviar processos',
  receber: 'receber processos',
  configurar: 'mudar a configuração',
};

/** The roles in words; without any, a person only looks. */
export const sayRoles = (papeis: readonly PenPapel[]): string =>
  papeis.length === 0 ? 'só consultar' : papeis.map((papel) => ROLES[papel]).join(', ');

export const READERS = {
  unknown: 'ainda não pedido por este navegador',
  here: 'neste navegador',
  elsewhere: 'em outro navegador',
} as const;

export const ENTER_FAULTS: Record<EnterFault, string> = {
  'pen-absent': officeText.absent,
  'office-refused':
    'Usuário ou senha não conferem. Confira as maiúsculas; depois de um erro a resposta demora um pouco.',
  'too-many-tries':
    'O servidor do Estafeta está recebendo pedidos de entrada demais. Espere alguns segundos e tente de novo.',
  'no-answer': 'O servidor do Estafeta não respondeu. Confira a rede e tente de novo.',
};
