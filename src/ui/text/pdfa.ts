import type { Attachment, Contradiction, PdfAClaim, PdfReadFault } from '../../app/form.ts';

export const pdfaText = {
  demanded: 'Este campo pede um PDF/A.',
  demandedOf: (count: number) =>
    count === 1
      ? 'O layout pede um PDF/A, e este arquivo não parece ser um'
      : 'O layout pede PDF/A, e estes arquivos não parecem ser',
  howTo: 'Como fazer um PDF/A',
  advice: [
    'No LibreOffice: Arquivo, Exportar como, Exportar como PDF, e marque “Arquivo (PDF/A)”.',
    'No Word: Salvar como PDF, Opções, e marque “Compatível com PDF/A”.',
    'No scanner: escolha PDF/A na lista de formatos.',
    'Se o arquivo veio pronto de outro sistema, peça a quem o fez que o gere como PDF/A.',
  ],
  before:
    'O tribunal só confere isso quando recebe os dados, e pode recusar. Você pode pôr na fila assim mesmo.',
} as const;

const READ_FAULTS: Record<PdfReadFault, string> = {
  'not-a-pdf': 'Não é um PDF.',
  'pdf-broken':
    'A estrutura do PDF não pôde ser lida inteira, e por isso não dá para saber se ele diz ser PDF/A.',
  'pdf-encrypted': 'Está protegido por senha. Um PDF/A não pode ter proteção.',
};

const CONTRADICTIONS: Record<Contradiction, string> = {
  'wrong-version': 'a versão de PDF não é a dessa parte',
  'no-binary-mark': 'falta a marca de arquivo binário no início',
  'no-file-id': 'falta a identificação do arquivo',
  'xref-stream': 'a estrutura é de uma versão de PDF mais nova',
  'metadata-packed': 'a descrição do documento está comprimida',
  lzw: 'usa a compressão LZW',
  'external-data': 'parte dos dados está fora do arquivo',
  'embedded-file': 'tem outro arquivo dentro, de um tipo que não é aceito',
  javascript: 'tem programas (JavaScript)',
  'forbidden-action': 'tem botões ou links que fazem o que não é aceito',
  'automatic-action': 'faz algo sozinho ao ser aberto ou folheado',
  multimedia: 'tem som, vídeo ou 3D',
  'annotation-without-appearance': 'tem anotações ou campos sem desenho próprio',
  'xfa-form': 'tem um formulário XFA',
  'form-not-drawn': 'o formulário depende do programa que o abre',
  'fonts-not-embedded': 'fontes não incorporadas',
  'no-output-intent': 'as cores não têm perfil',
  'other-output-intent': 'as cores não são do tipo do perfil',
  transparency: 'usa transparência',
  layers: 'tem camadas',
  'not-tagged': 'o texto não está marcado por estrutura',
};

const contradictionsOf = ({ contradictions, fonts }: PdfAClaim): string =>
  contradictions
    .map((code) =>
      code === 'fonts-not-embedded'
        ? `${CONTRADICTIONS[code]} (${fonts.join(', ')})`
        : CONTRADICTIONS[code],
    )
    .join('; ');

/** What a file says of PDF/A and what was seen of it: a claim, never called valid. */
export const pdfaSentence = ({ chosen, pdfa }: Pick<Attachment, 'chosen' | 'pdfa'>): string => {
  if (chosen.kind === 'png' || chosen.kind === 'jpeg') return 'É uma imagem, não um PDF.';
  if (!pdfa) return 'Este arquivo não foi conferido quanto a PDF/A.';
  if (!pdfa.ok) return READ_FAULTS[pdfa.error];
  const { claims, contradictions } = pdfa.value;
  if (!claims) return 'Não diz ser PDF/A.';
  const name = `PDF/A-${claims.part}${claims.level ?? ''}`;
  return contradictions.length === 0
    ? `Diz ser ${name}. Não encontramos nada que contradiga isso (não é uma validação completa).`
    : `Diz ser ${name}, mas: ${contradictionsOf(pdfa.value)}.`;
};
