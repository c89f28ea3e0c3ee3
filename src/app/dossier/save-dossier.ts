import { canonicalJson } from '../../base/canonical-json.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { standingOf } from '../../protocol/recepcao/standing.ts';
import { type DossierPlan, planDossier } from '../../receipt/dossier/plan.ts';
import { sizeOf, type WriteFault, writeDossier } from '../../receipt/dossier/write.ts';
import { ambientes } from '../state.ts';
import { stores } from '../stores.ts';

export type SaveDossierFault =
  | WriteFault
  /** The page that goes into every dossier cannot be had. */
  | 'no-page'
  /** Entry, log or environment are not known here. */
  | 'not-kept';

/** Who follows the making of a dossier, and may end it. */
export interface SaveWatch {
  signal: AbortSignal;
  /** Told how much of the files was read, 0 to 1. */
  onShare(share: number): void;
}

/** The dossier of an entry as far as it has come. Throws `signal.reason` where it was ended. */
export const saveEntry = async (
  entryId: string,
  { signal, onShare }: SaveWatch,
): Promise<Result<File, SaveDossierFault>> => {
  const planned = await planOf(entryId);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const size = sizeOf(plan);
  let read = 0;
  const onBytes = (bytes: number) => {
    read += bytes;
    onShare(read / size);
  };
  const written = await writeDossier(plan, { signal, onBytes });
  if (!written.ok) return written;
  return ok(new File([written.value], nameOf(plan), { type: 'application/zip' }));
};

/** The root hash that the dossier of an entry would have now; nothing where none can be made. */
export const rootOf = async (entryId: string): Promise<string | undefined> => {
  const planned = await planOf(entryId);
  return planned.ok ? planned.value.root : undefined;
};

/** The same each time until something happens to the entry. */
const planOf = async (entryId: string): Promise<Result<DossierPlan, SaveDossierFault>> => {
  const [entry, log] = await Promise.all([
    stores.entries.load(entryId),
    stores.entries.log(entryId),
  ]);
  const where = ambientes.value.find(({ id }) => id === entry?.ambiente);
  if (!entry || !where || log.length !== entry.logSize) return err('not-kept');
  const page = await fetchPage();
  if (!page) return err('no-page');
  const source = {
    ...{ entry, log, page },
    frozenText: canonicalJson(entry.frozen),
    standing: standingOf(entry),
    ambiente: where,
    fileOf: stores.files.get,
  };
  return ok(await planDossier(source));
};

const nameOf = ({ record }: DossierPlan): string => {
  const { ambiente, spc, slp, mes, ano, court, entryId, state } = record;
  const parts = [
    'dossie',
    ...(ambiente.tipo === 'producao' ? [] : [ambiente.tipo.toUpperCase()]),
    ...(state === 'done' ? [] : ['inacabado']),
    ...[spc, slp, `${ano}-${String(mes).padStart(2, '0')}`, court?.recibo ?? entryId],
  ];
  return `${parts.join('-').replace(/[^\w-]/g, '_')}.zip`;
};

/** Not HTML to the server: a gateway would put its own policy into it. */
const PAGE = './dossie.txt';

const fetchPage = async (): Promise<Blob | undefined> => {
  try {
    const response = await fetch(PAGE);
    const page = await response.blob();
    // A development server answers anything with its start page.
    return response.ok && !page.type.startsWith('text/html') ? page : undefined;
  } catch {
    return undefined;
  }
};
