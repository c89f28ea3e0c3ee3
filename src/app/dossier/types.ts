/** What the screens need of dossiers; the page inside a dossier shows its findings with the same words and parts. */
export type { Watch } from '../../receipt/dossier/digest.ts';
export type {
  DossierFault,
  DossierReport,
  LinkCode,
  LinkVerdict,
  MemberReport,
} from '../../receipt/dossier/report.ts';
export type { DossierRecord, MemberKind } from '../../receipt/dossier/types.ts';
export type { TramiteDossierReport } from '../../receipt/pen/check-dossier.ts';
