import type { TramiteDossierReport } from '../../app/dossier/types.ts';

export const tramiteDossierText = {
  about: 'Trâmite de que o dossiê fala',
  process: 'Processo',
  tramite: 'Trâmite',
  nre: 'Registro no Tramita GOV.BR (NRE)',
  noAbout: 'Não dá para ler de que trâmite este dossiê fala.',
  receipts: 'Recibos',
  trust: 'Conferidos com as autoridades que este Estafeta conhece agora.',
  noReceipts:
    'Não há neste dossiê nenhum recibo assinado por outro: ele mostra o que ficou guardado, e não prova que alguém o recebeu.',
  notCopied: 'O arquivo XML deste recibo não diz o mesmo que o recibo como veio.',
  lacking: 'Arquivos do processo que não estão no dossiê',
  foreign: 'Arquivos que os dados do processo não anunciam',
  page: 'A página index.html do ZIP não é conferida: só mostra o que está nos outros arquivos.',
} as const;

/** What may be said of it as a whole: nothing but the receipts tells who made it. */
export const TRAMITE_VERDICTS: Record<
  TramiteDossierReport['verdict'],
  { tone: 'info' | 'warning' | 'danger'; sentence: string }
> = {
  sound: {
    tone: 'info',
    sentence:
      'Os arquivos são os da lista e os que os dados do processo anunciam. O que isso prova depende dos recibos abaixo: só eles trazem a assinatura de outro.',
  },
  incomplete: {
    tone: 'warning',
    sentence:
      'O que há neste dossiê combina entre si, mas faltam arquivos do processo. Veja abaixo.',
  },
  broken: {
    tone: 'danger',
    sentence: 'Não confere: algo neste dossiê foi alterado ou está danificado. Veja abaixo.',
  },
};
