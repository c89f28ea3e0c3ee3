export const layoutsText = {
  title: 'Layouts',
  lead: 'A forma que o tribunal exige para cada prestação de contas e mês. O que está guardado aqui funciona sem internet.',
  samples:
    'Os 27 layouts de exemplo que vêm com o programa servem para começar sem internet. Eles foram reconstruídos e podem ser diferentes dos atuais; o layout do tribunal vale mais.',
  kept: 'Guardados neste computador',
  none: 'Nenhum layout do tribunal foi buscado ainda.',
  fetchTitle: 'Buscar no tribunal',
  fetch: 'Buscar',
  fetching: 'Buscando…',
  fetched: 'Layout guardado.',
  columns: { layout: 'Layout', period: 'Mês', source: 'Origem', at: 'Buscado em', hash: 'SHA-256' },
  sources: { court: 'Tribunal', sample: 'Exemplo' },
} as const;
