import type { Urgency } from '../../app/deadlines/types.ts';
import type { Attention } from '../../app/pen/attention.ts';
import { counted } from './units.ts';

export const homeText = {
  consult: 'Consulta pública: o que o tribunal publica de cada município',
  title: 'Início',
  lead: 'Prepare em qualquer lugar, assine nesta página, entregue uma vez só.',
  urgent: 'Fazer agora',
  urgentNone: 'Nada esperando por você.',
  running: 'Em andamento',
  runningNone: 'Nada em andamento.',
  done: 'Pronto',
  doneNone: 'Nenhuma entrega homologada ainda.',
  allDrafts: 'Ver todos os rascunhos',
  rest: (count: number) => `e mais ${count}`,
  lastSent: 'Último envio',
  create: 'Novo rascunho',
  deadlines: 'Prazos',
  deadlineSettings: 'Feriados e regras de prazo',
  offlineTitle: 'Sem internet, hoje',
  offline: {
    ready:
      'O Estafeta está guardado neste computador. Preencher, anexar, importar o certificado, assinar e pôr na fila funcionam sem internet.',
    preparing:
      'O Estafeta ainda está sendo guardado neste computador. Espere um instante antes de ficar sem internet.',
    unavailable: 'O programa não pôde ser guardado neste navegador. Sem internet, ele não abre.',
  },
  layouts: (count: number) =>
    count === 0
      ? 'Layouts: só os 27 de exemplo.'
      : `Layouts buscados no tribunal: ${count}, além dos 27 de exemplo.`,
  firstTitle: 'Primeira vez?',
  first: [
    'Em “Certificados”, abra o seu certificado A1.',
    'Em “Rascunhos”, comece um rascunho e preencha.',
    'Confira, assine e ponha na fila. O envio sai sozinho.',
  ],
} as const;

/** `2 prazos atrasados, 1 prazo vence até amanhã`; `undefined` where nothing is so urgent, or nothing was read. */
export const sayUrgent = (urgency: Urgency | undefined): string | undefined => {
  if (!urgency) return undefined;
  const { late, soon, isAll } = urgency;
  const parts = [
    late > 0 && counted(late, 'prazo atrasado', 'prazos atrasados'),
    soon > 0 && counted(soon, 'prazo vence', 'prazos vencem').concat(' até amanhã'),
  ].filter(Boolean);
  const said = parts.join(', ');
  if (isAll) return said || undefined;
  return said
    ? `pelo menos ${said}. Há muito em aberto, e só o mais novo foi lido: veja Prazos`
    : 'Há muito em aberto. No mais novo, nada vence até amanhã: veja Prazos';
};

/** `1 chegou e espera por você, 2 não lidos`; `undefined` where nothing waits. */
export const sayAttention = ({
  arrivals,
  unread,
  refused,
  stuck,
}: Attention): string | undefined => {
  const parts = [
    arrivals > 0 && counted(arrivals, 'chegou e espera por você', 'chegaram e esperam por você'),
    unread > 0 && counted(unread, 'não lido', 'não lidos'),
    refused > 0 && counted(refused, 'recusado por outro órgão', 'recusados por outros órgãos'),
    stuck > 0 && counted(stuck, 'envio parado', 'envios parados'),
  ];
  return parts.filter(Boolean).join(', ') || undefined;
};
