import type { EvidenceFault, TrustFileFault } from '../../app/faults.ts';
import { counted } from './units.ts';

export const trustText = {
  title: 'Autoridades e listas de revogação',
  lead: 'Com isto o Estafeta confere de quem é um certificado e se ele foi cancelado (revogado) antes do prazo.',
  anchors: 'Autoridades raiz aceitas neste ambiente',
  noAnchors: 'Nenhuma. Sem elas, nenhuma assinatura pode ser dada como válida.',
  anchorsHelp:
    'A cadeia de todo certificado precisa chegar a uma delas. Confira o código SHA-256 com o publicado pelo ITI em gov.br/iti antes de confiar.',
  authorities: 'Autoridades carregadas',
  noAuthorities: 'Nenhuma. Em geral o próprio arquivo assinado já traz as suas.',
  evidence: 'Listas e respostas de revogação',
  noEvidence: 'Nenhuma. Sem elas, a revogação fica como “não verificada”.',
  name: 'Autoridade',
  issuer: 'Emitida por',
  until: 'Vale até',
  hash: 'SHA-256',
  list: (issuer: string) => `Lista de ${issuer}`,
  answer: 'Resposta sobre um certificado',
  made: 'Feita em',
  next: 'Próxima em',
  overdue: 'já devia ter sido trocada',
  source: 'Veio de',
  load: 'Carregar arquivos',
  loadHelp: 'Certificados de autoridades (.cer, .crt, .pem, .p7b) e listas de revogação (.crl).',
  loaded: (count: number) => `${counted(count, 'item guardado', 'itens guardados')}.`,
  ask: 'Buscar listas de revogação',
  asking: 'Buscando…',
  nothingNew: 'Nada de novo foi publicado desde a última busca.',
  forget: 'Esquecer',
  forgetNamed: (name: string) => `Esquecer ${name}`,
} as const;

export const TRUST_FILE_FAULTS: Record<TrustFileFault, string> = {
  'not-published':
    'não é um certificado de autoridade nem uma lista de revogação, ou veio cortado.',
  'too-large': 'passa de 32 MB.',
  unreadable: 'não pôde ser lido: pode ter sido movido, ou o pen drive retirado. Escolha de novo.',
  'unknown-root':
    'é uma autoridade raiz que não está entre as conhecidas da ICP-Brasil. Por segurança, não foi guardada.',
  'storage-full': 'não coube: não há mais espaço no navegador.',
};

const LOAD_BY_HAND =
  'Você também pode baixar a lista (.crl) na página da autoridade e carregá-la em “Certificados”.';

export const FETCH_FAULTS: Record<EvidenceFault, string> = {
  'no-gateway': `Esta página não tem o servidor do Estafeta, que busca as listas. ${LOAD_BY_HAND}`,
  offline: 'Sem conexão com o servidor do Estafeta. Nada mudou. Tente de novo quando houver rede.',
  'no-answer': `Nenhuma autoridade destes certificados respondeu. ${LOAD_BY_HAND}`,
  'storage-full': 'As listas vieram, mas não há espaço no navegador para guardá-las.',
};
