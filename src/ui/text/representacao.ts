import { inNameOfText } from './em-nome-de.ts';

import { counted } from './units.ts';

/** What the screens about representações say beyond the strip. */
export const representedText = {
  ...inNameOfText,
  lead: 'Cada rascunho e cada entrega pertence a uma representação: o cargo de uma pessoa numa unidade. As telas mostram o que é da representação em uso, e o que ainda não é de nenhuma.',
  inUse: 'Em uso',
  use: 'Trabalhar com esta',
  useOf: (name: string) => `Trabalhar com esta: ${name}`,
  columns: {
    office: 'Cargo',
    unit: 'Unidade',
    municipality: 'Município',
    time: 'De – até',
    code: 'Código',
    use: 'Uso',
  },
  openEnd: 'sem data de fim',
  endedTold:
    'Esta representação já terminou segundo o tribunal. Ele pode recusar o que for enviado em nome dela.',
  ask: 'Perguntar ao tribunal quais são',
  asking: 'Perguntando…',
  asked: 'O tribunal respondeu agora.',
  noneHere: 'Ainda não se sabe quais são as suas representações.',
  waysTo: {
    certificate: 'Abra o certificado; depois pergunte ao tribunal.',
    'browser-store': 'Pergunte ao tribunal: o navegador apresenta o certificado.',
    'pasted-token': 'Cole um acesso (token) em Ajustes: ele diz de qual representação é.',
  },
  openCertificate: 'Abrir certificado',
  toSettings: 'Ajustes',
  fromToken:
    'Com um acesso colado, só se trabalha na representação dele. Para outra, cole o acesso dela.',
  nobody: 'O tribunal não informou nenhuma representação deste certificado.',
  ofAnother: {
    draft: 'Este rascunho pertence a outra representação:',
    entry: 'Este envio pertence a outra representação:',
    delivery: 'Esta entrega pertence a outra representação:',
  },
  switchTo: 'Trocar para ela',
  notYours:
    'O certificado ou o acesso em uso não tem esta representação. Ela só aparece com o de quem tem.',
  listOnly: (name: string) => `Aparece aqui o que é de ${name}, e o que ainda não é de nenhuma.`,
  ofNone: 'sem representação',
  itIsOfThis: 'É desta',
  itIsOfThisOf: (what: string, name: string) => `É desta (${name}): ${what}`,
  notTaken: 'Não deu para guardar: o rascunho está aberto em outra janela, ou falta espaço.',
  queueOfOthers: (count: number) =>
    count === 1
      ? 'Há 1 envio de outra representação, que não aparece aqui.'
      : `Há ${count} envios de outras representações, que não aparecem aqui.`,
  queueOfOthersWaits: (count: number) => `${counted(count, 'espera', 'esperam')} por alguém.`,
  queueOfOthersGoOn:
    'Os que podem seguir são enviados do mesmo jeito. Para ver ou decidir, troque a representação.',
  goesAs: 'Vai em nome de',
} as const;
