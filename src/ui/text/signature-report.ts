import type { Coverage, Reason, SignatureReport, Verdict } from '../../app/files-to-sign/report.ts';
import { showSize } from './attachment.ts';

/** On the chip of a signature or a file. */
export const VERDICTS: Record<Verdict, string> = {
  valid: 'Válida',
  'valid-revocation-unchecked': 'Válida, revogação não verificada',
  indeterminate: 'Indeterminada',
  invalid: 'Inválida',
};

/** What the verdict on a file means, in a sentence. */
export const FILE_VERDICTS: Record<Verdict, string> = {
  valid: 'Todas as assinaturas deste arquivo são válidas.',
  'valid-revocation-unchecked':
    'As assinaturas conferem com o arquivo e com os certificados. Falta verificar se algum certificado foi revogado.',
  indeterminate:
    'Não dá para afirmar que as assinaturas valem, nem que não valem. Veja o motivo em cada uma.',
  invalid: 'Ao menos uma assinatura deste arquivo não vale. Veja o motivo.',
};

/** Why a signature is worth no more, and what can be done about it. */
export const REASONS: Record<Reason, { what: string; act?: string }> = {
  'not-signed-data': {
    what: 'O arquivo não é uma assinatura P7S inteira.',
    act: 'Ele pode ter sido cortado ao copiar. Peça o arquivo de novo a quem o enviou.',
  },
  detached: {
    what: 'Este P7S traz só a assinatura, sem o documento dentro.',
    act: 'Escolha também o documento que foi assinado, para conferir um com o outro.',
  },
  'no-signature': { what: 'O arquivo não tem nenhuma assinatura.' },
  'digest-mismatch': {
    what: 'O conteúdo foi mudado depois de assinado.',
    act: 'Não use este arquivo. Peça o original a quem assinou.',
  },
  'signature-mismatch': {
    what: 'A assinatura não foi feita com o certificado que ela indica, ou foi alterada.',
    act: 'Não use este arquivo. Peça o original a quem assinou.',
  },
  'attributes-invalid': {
    what: 'A assinatura está malfeita: o que ela diz de si não combina com o arquivo.',
    act: 'Peça que o documento seja assinado de novo.',
  },
  'weak-algorithm': {
    what: 'A assinatura usa um método antigo, que hoje pode ser falsificado.',
    act: 'Peça que o documento seja assinado de novo, com um programa atual.',
  },
  'unsupported-algorithm': {
    what: 'A assinatura usa um método que este programa não conhece.',
    act: 'Confira com o validador oficial (validar.iti.gov.br).',
  },
  'signer-certificate-missing': {
    what: 'O certificado de quem assinou não está no arquivo.',
    act: 'Sem ele não se sabe de quem é a assinatura. Peça um arquivo que inclua o certificado.',
  },
  'chain-incomplete': {
    what: 'Falta o certificado de uma autoridade entre quem assinou e a raiz conhecida.',
    act: 'Carregue o certificado da autoridade em “Certificados” e confira de novo.',
  },
  'chain-untrusted': {
    what: 'O certificado de quem assinou não vem de uma autoridade aceita neste ambiente.',
    act: 'Se for um certificado de treino ou do gov.br, a assinatura não vale como ICP-Brasil.',
  },
  'certificate-expired': {
    what: 'Pela hora que a assinatura declara, o certificado já tinha vencido.',
    act: 'Peça que o documento seja assinado de novo, com um certificado que vale.',
  },
  'certificate-not-yet-valid': {
    what: 'O certificado ainda não valia na hora da assinatura.',
    act: 'O relógio de quem assinou podia estar errado. Peça que o documento seja assinado de novo.',
  },
  'certificate-not-for-signing': {
    what: 'O certificado usado não serve para assinar documentos.',
    act: 'Peça que o documento seja assinado com um certificado de pessoa.',
  },
  'pdf-broken': {
    what: 'O PDF está com a estrutura danificada.',
    act: 'Peça o arquivo de novo a quem o enviou.',
  },
  'pdf-encrypted': {
    what: 'O PDF está protegido por senha e não pôde ser lido.',
    act: 'Peça um PDF sem proteção.',
  },
  'pdf-not-fully-covered': {
    what: 'A assinatura deixa de fora uma parte do PDF que ela devia proteger.',
    act: 'Não use este arquivo. Peça o original a quem assinou.',
  },
  revoked: {
    what: 'O certificado, ou o de uma autoridade acima dele, já estava revogado quando assinou.',
    act: 'A assinatura não vale. Peça que o documento seja assinado de novo.',
  },
  'revoked-no-proof-of-time': {
    what: 'O certificado está revogado, e nada prova que a assinatura foi feita antes disso.',
    act: 'Só um carimbo do tempo anterior à revogação provaria. Peça uma nova assinatura.',
  },
  'expired-no-proof-of-time': {
    what: 'O certificado já venceu, e nada prova que a assinatura foi feita antes disso.',
    act: 'Só um carimbo do tempo de antes provaria. Peça uma nova assinatura.',
  },
  'revocation-unchecked': {
    what: 'Não foi verificado se o certificado tinha sido revogado (cancelado).',
    act: 'Com internet, use “Buscar listas de revogação”.',
  },
  'policy-unknown': {
    what: 'A assinatura segue uma política que este programa não conhece.',
    act: 'Confira com o validador oficial (validar.iti.gov.br).',
  },
  'policy-broken': {
    what: 'A assinatura não cumpre a política da ICP-Brasil que ela mesma indica.',
    act: 'Peça que o documento seja assinado de novo, com um programa atual.',
  },
  'timestamp-invalid': {
    what: 'O carimbo do tempo não confere, e por isso a hora da assinatura não está provada.',
  },
  'changed-afterwards': {
    what: 'O documento foi mudado depois desta assinatura.',
    act: 'Compare com a versão que foi assinada antes de confiar no que está escrito.',
  },
};

export const LEVELS: Record<SignatureReport['level'], string> = {
  basic: 'básica',
  BES: 'BES (sem política declarada)',
  'AD-RB': 'AD-RB, com referência básica da ICP-Brasil',
  'AD-RT': 'AD-RT, com referência básica e carimbo do tempo',
};

/** What a signature speaks for. */
export const coverageSentence = (covers: Coverage): string => {
  switch (covers.of) {
    case 'content':
      return `Todo o documento (${showSize(covers.size)}).`;
    case 'whole-file':
      return `O arquivo inteiro (${showSize(covers.size)}).`;
    case 'revision':
      return covers.change === 'signatures-only'
        ? `O arquivo como era na hora (${showSize(covers.size)}). Depois foram acrescentadas só outras assinaturas (${showSize(covers.added)}).`
        : `O arquivo como era na hora (${showSize(covers.size)}). Depois o documento foi mudado (${showSize(covers.added)} a mais).`;
    case 'signature':
      return 'A assinatura acima, que ela confirma.';
  }
};

export const reportText = {
  title: 'Relatório das assinaturas',
  back: 'Assinar',
  gone: 'Este arquivo não está mais aberto. Escolha-o de novo em “Assinar”.',
  pending: 'Este arquivo ainda não foi conferido.',
  unreadable:
    'Não foi possível ler o arquivo. Ele pode ter sido movido, ou o pen drive retirado. Escolha de novo.',
  print: 'Imprimir',
  saveJson: 'Salvar relatório (JSON)',
  saveContent: 'Salvar o documento que está dentro',
  noContent: 'Não foi possível separar o documento deste P7S.',
  onlySaved: 'Este tipo de documento não é mostrado aqui. Salve-o e abra com o programa próprio.',
  none: 'Sem assinatura',
  noneSentence: 'Este arquivo não tem nenhuma assinatura.',
  detachedRefused:
    'O tribunal recusa P7S sem o documento dentro. Para enviar, assine o documento de novo aqui.',
  withContent: (name: string) => `Conferido com o documento ${name}.`,
  chooseContent: 'Escolher o documento assinado',
  aboutFile: 'O arquivo',
  fileName: 'Nome',
  fileSize: 'Tamanho',
  fileHash: 'Identificação do arquivo (SHA-256)',
  contentSize: 'Tamanho do documento assinado',
  contentHash: 'Identificação do documento assinado (SHA-256)',
  checkedAt: 'Conferido em',
  checkedHow: 'Como',
  environment: 'Ambiente',
  training: 'onde valem certificados de treino, que não valem em mais lugar nenhum',
  checkedWith: 'Listas de revogação disponíveis',
  noLists: 'Nenhuma.',
  listMade: 'feita em',
  checkedHere:
    'Neste computador, pelo Estafeta; o arquivo não foi enviado a ninguém. Horários de Brasília.',
  signature: (number: number, total: number) =>
    total === 1 ? 'Assinatura' : `Assinatura ${number} de ${total}`,
  countersignature: (number: number) => `Contra-assinatura ${number}`,
  unknownSigner: 'Não se sabe de quem',
  certificateKind: 'Certificado',
  claimedTime: 'Hora declarada',
  covers: 'O que ela cobre',
  level: 'Tipo',
  policy: 'Política',
  revocation: 'Revogação',
  revocations: {
    good: 'Verificada: o certificado não estava revogado.',
    revoked: 'O certificado está revogado.',
    unchecked: 'Não verificada.',
  },
  judgedAt: 'Certificados conferidos na data de',
  technical: 'Parte técnica',
  serialNumber: 'Número de série',
  fingerprint: 'Impressão digital do certificado (SHA-256)',
  key: 'Chave',
  hash: 'Resumo (hash)',
  certificatePolicies: 'Políticas do certificado',
  usages: 'Usos permitidos',
  ignored: 'Acrescentado sem assinatura, não considerado',
  chain: 'Cadeia, de quem assinou até a raiz',
  countersign: 'Contra-assinar',
  countersignOf: (name: string) => `Contra-assinar a assinatura de ${name}`,
  documentTimestamp: 'Carimbo do tempo do documento',
  showContent: 'Mostrar o documento que está dentro',
  content: 'O documento que está dentro',
} as const;
