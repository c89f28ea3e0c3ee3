import type { LoginWay } from '../../app/session/login-way.ts';

export const settingsText = {
  processes: 'Ajustes dos processos',
  title: 'Ajustes',
  environment: 'Ambiente de envio',
  environmentLead: 'Para onde os envios vão. Cada rascunho e cada entrega pertence a um ambiente.',
  noEnvironment:
    'Nenhum ambiente está configurado. Dá para preencher e assinar; para enviar, quem instalou o Estafeta precisa configurar o endereço do tribunal.',
  types: {
    simulado: 'simulador, sem valor',
    testes: 'testes do tribunal, sem valor',
    producao: 'produção, vale',
  },
  inferred:
    'Os endereços do tribunal podem mudar. Eles vêm da configuração feita por quem instalou o Estafeta.',
  login: 'Como entrar no tribunal',
  idle: 'Bloquear o certificado depois de quantos minutos sem uso',
  sending: 'Fila de envio',
  parallel: 'Quantas entregas enviar ao mesmo tempo',
  parallelHelp: 'Com internet lenta, um número menor costuma funcionar melhor.',
  notSaved: 'Não foi possível guardar: falta espaço neste navegador.',
  save: 'Guardar ajustes',
  saved: 'Ajustes guardados.',
  badMinutes: 'Escreva um número de minutos entre 1 e 480.',
  tokenTitle: 'Colar o acesso (token)',
  tokenLead:
    'Se o acesso foi obtido em outro programa, cole-o aqui. Ele fica só na memória desta janela.',
  token: 'Acesso (token)',
  takeToken: 'Usar este acesso',
  tokenTaken: (until: string) => `Acesso aceito, válido até ${until}.`,
  notify: 'Avisos',
  notifyLead:
    'Com o Estafeta fechado, o navegador pode avisar que há envios esperando quando a internet volta.',
  notifyAllow: 'Permitir avisos',
  notifyStates: {
    default: undefined,
    granted: 'Os avisos estão permitidos.',
    denied: 'Os avisos estão bloqueados neste navegador, nas permissões deste endereço.',
  },
  notKept: (fault: string) => `Vale só até fechar esta janela. ${fault}`,
} as const;

export const LOGIN_WAY_NAMES: Record<LoginWay, { name: string; help: string }> = {
  certificate: {
    name: 'Com o certificado aberto aqui',
    help: 'O servidor do Estafeta, nesta máquina, usa o certificado por um instante para entrar no Passaporte.',
  },
  'browser-store': {
    name: 'Com o certificado do navegador',
    help: 'O navegador mostra a lista de certificados do computador (também cartão e token).',
  },
  'pasted-token': {
    name: 'Colando um acesso (token)',
    help: 'Para quem entra por outro programa.',
  },
};
