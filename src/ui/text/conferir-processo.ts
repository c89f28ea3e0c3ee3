import type { CheckCode, CheckPlace, Finding } from '../../app/pen/check-process.ts';

/** What was found before sending, in plain words; `about`: the name of the person, file or unit it is about. */
const SENTENCES: Record<CheckCode, (about: string) => string> = {
  'not-open': () =>
    'Este processo não pode ser enviado agora: ele está em trâmite, foi recusado ou já está em outro órgão.',
  'number-missing': () => 'Informe o número do processo.',
  'number-too-long': () => 'O número do processo passa de 50 caracteres.',
  'wrong-check-digits': () =>
    'Os dois últimos algarismos do número não conferem. Veja se foi digitado certo; se estiver, pode enviar assim mesmo.',
  'description-missing': () => 'Informe a descrição do processo.',
  'description-too-long': () => 'A descrição passa de 100 caracteres.',
  'type-too-long': () => 'O tipo do processo passa de 100 caracteres.',
  'interested-missing': () => 'Informe pelo menos um interessado.',
  'interested-unnamed': () => 'Há um interessado sem nome.',
  'name-too-long': (about) => `O nome do interessado “${about}” passa de 150 caracteres.`,
  'identification-too-long': (about) =>
    `O número de identificação de “${about}” passa de 20 caracteres.`,
  'producer-missing': () => 'Informe quem produziu o processo.',
  secret: () => 'O que é sigiloso não pode ser enviado por aqui. Só o público e o restrito podem.',
  'no-documents': () => 'O processo não tem documentos para enviar.',
  'hypothesis-missing': () => 'O que é restrito precisa da hipótese legal: escolha uma.',
  'hypothesis-unknown': () =>
    'A hipótese legal escolhida não está na tabela da plataforma. Escolha outra, ou atualize as tabelas nos ajustes.',
  'hypothesis-inactive': () => 'A hipótese legal escolhida não vale mais. Escolha outra.',
  'especie-unknown': () => 'O tipo do documento não está na tabela da plataforma. Escolha outro.',
  'especie-unnamed': () => 'Informe o nome do tipo do documento.',
  unsigned: () =>
    'O documento foi escrito aqui e ainda não está assinado, ou mudou depois da assinatura. Assine-o.',
  'document-empty': () => 'O documento não tem nenhum arquivo. Traga um, ou retire o documento.',
  'annex-of-nothing': () => 'O documento é anexo de um que vem depois dele. Escolha um anterior.',
  'file-empty': (about) => `O arquivo “${about}” está vazio.`,
  'file-name-missing': () => 'Há um arquivo sem nome.',
  'file-name-too-long': (about) =>
    `O nome do arquivo “${about.slice(0, 40)}…” passa de 255 caracteres.`,
  'file-type-unknown': (about) =>
    `Não se sabe de que tipo é o arquivo “${about}”. Traga-o de novo com a extensão certa.`,
  'file-too-large': (about) =>
    `O arquivo “${about}” é maior que o limite deste órgão. O limite está nos ajustes.`,
  'too-large-there': (about) =>
    `O arquivo “${about}” é maior do que a unidade de destino costuma aceitar.`,
  'destination-not-allowed': (about) =>
    `Este órgão não pode enviar para “${about}”. As unidades permitidas estão nos ajustes.`,
};

/** A finding as it is told; a person knows documents by their order. */
export const sayFinding = ({ code, place, about = '' }: Finding): string =>
  `${whereOf(place)}${SENTENCES[code](about)}`;

const whereOf = (place: CheckPlace): string =>
  place.kind === 'document' ? `Documento ${place.ordem}: ` : '';
