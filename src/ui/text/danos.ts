export const damageText = {
  title: 'Alguns dados guardados aqui não estão como deveriam',
  lead: 'Isto pode acontecer depois de uma queda de energia ou de um defeito no disco. Nada foi apagado nem consertado às escondidas.',
  unreadable: {
    draft: (count: number) =>
      count === 1
        ? 'Um rascunho não pode ser lido e ficou de fora da lista.'
        : `${count} rascunhos não podem ser lidos e ficaram de fora da lista.`,
    attachment: (count: number) =>
      count === 1
        ? 'Um anexo de rascunho não pode ser lido. Anexe o arquivo de novo.'
        : `${count} anexos de rascunhos não podem ser lidos. Anexe os arquivos de novo.`,
    entry: (count: number) =>
      count === 1
        ? 'Um envio da fila não pode ser lido e não será enviado. Consulte no tribunal se ele já foi entregue.'
        : `${count} envios da fila não podem ser lidos e não serão enviados. Consulte no tribunal se já foram entregues.`,
    delivery: (count: number) =>
      count === 1
        ? 'Uma entrega não pode ser lida e ficou de fora da lista. No tribunal nada mudou.'
        : `${count} entregas não podem ser lidas e ficaram de fora da lista. No tribunal nada mudou.`,
    process: (count: number) =>
      count === 1
        ? 'Um processo, ou um trâmite dele, não pode ser lido e ficou de fora da lista. No outro órgão nada mudou.'
        : `${count} processos, ou trâmites deles, não podem ser lidos e ficaram de fora da lista. Nos outros órgãos nada mudou.`,
  },
  leftovers: (count: number) =>
    count === 1
      ? 'Há restos de um rascunho que não existe mais.'
      : `Há restos de ${count} rascunhos que não existem mais.`,
  dropLeftovers: 'Apagar os restos',
  dropTitle: 'Apagar os restos?',
  dropBody:
    'As mudanças e os anexos que sobraram serão apagados deste navegador. Não dá para desfazer.',
  cancel: 'Voltar',
  historyGap: (what: string) =>
    `${what}: faltam mudanças no meio do histórico. Confira o rascunho campo a campo antes de usá-lo.`,
  documentMissing: (what: string) =>
    `${what}: o que foi digitado neste rascunho não está mais guardado e ele não abre. Procure uma cópia de segurança.`,
  log: (what: string) =>
    `${what}: o registro do envio não combina com o que foi guardado. Este envio está parado para não ser feito duas vezes. Consulte no tribunal se ele já foi entregue e avise o suporte.`,
  penLog: (what: string) =>
    `${what}: o registro não combina com o que foi guardado. Está parado para nada ser feito duas vezes. Veja na lista de trâmites do processo até onde ele chegou, e avise o suporte.`,
  penName: (of: { protocolo: string } | { idt: number }) =>
    'protocolo' in of ? `Envio do processo ${of.protocolo}` : `Recebimento do trâmite ${of.idt}`,
  fileMissing: (name: string, of: string) => `Falta o arquivo “${name}” (${of}).`,
  of: {
    draft: 'de um rascunho',
    entry: 'de um envio da fila',
    delivery: 'de uma entrega',
    process: 'de um processo',
  },
};
