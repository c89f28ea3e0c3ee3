import { counted } from './units.ts';

const shipments = (count: number) => counted(count, 'envio', 'envios');

/** Words of what is done with many entries at once. */
export const allText = {
  title: 'Com todos de uma vez',
  pause: 'Pausar tudo',
  pauseTitle: 'Pausar todos os envios?',
  pauseBody: (count: number) =>
    `${shipments(count)}: cada um para antes do próximo passo e só continua com “Tentar agora”. O passo que está no meio termina antes, para não se perder a resposta.`,
  pauseUncertain: (count: number) =>
    `${shipments(count)} de resultado incerto ${count === 1 ? 'continua' : 'continuam'} perguntando ao tribunal, sem enviar nada.`,
  tryNow: 'Tentar tudo agora',
  tryNowTitle: 'Tentar todos agora?',
  tryNowBody: (count: number) =>
    `${shipments(count)}: os que esperam tentam já, e os pausados por você também continuam. Nada que tem resultado incerto é enviado de novo; só se pergunta.`,
  cancel: 'Cancelar os que esperam',
  cancelTitle: 'Cancelar os envios que esperam?',
  cancelBody: (count: number) =>
    `${shipments(count)} de que o tribunal ainda não tem entrega: não continuam, e os rascunhos voltam a poder ser mudados.`,
  cancelKept: 'Não são cancelados:',
  kept: {
    running: (count: number) => `${shipments(count)} no meio de um passo`,
    uncertain: (count: number) => `${shipments(count)} de resultado incerto`,
    delivered: (count: number) => `${shipments(count)} de que o tribunal já tem a entrega`,
  },
  close: 'Voltar',
  refused: (count: number) =>
    `${shipments(count)} no meio de um passo, sem poder ser ${count === 1 ? 'mudado' : 'mudados'} agora. Tente de novo.`,
} as const;
