/** Where a document is written. */
export const editorText = {
  formats: 'Formatos do texto',
  blocks: { p: 'Texto', h1: 'Título', h2: 'Subtítulo' },
  marks: {
    bold: 'Negrito',
    italic: 'Itálico',
    insertUnorderedList: 'Lista',
    insertOrderedList: 'Lista numerada',
  },
  steps: { undo: 'Desfazer', redo: 'Refazer' },
  help: 'O que for colado de outro programa perde cores, fontes e imagens; títulos, listas, tabelas, negrito e itálico ficam.',
} as const;
