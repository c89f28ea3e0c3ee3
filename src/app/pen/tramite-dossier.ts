import { ok, type Result } from '../../base/result.ts';
import { announcedIn } from '../../protocol/pen/announced.ts';
import type { PenEntry } from '../../protocol/pen/types.ts';
import type { WriteFault } from '../../receipt/dossier/write.ts';
import { type TramiteSource, tramiteDossier } from '../../receipt/pen/dossier.ts';
import type { Tramite } from '../../receipt/pen/tramite.ts';
import { ambientes } from '../state.ts';
import { stores } from '../stores.ts';
import { penStores } from './stores.ts';

export type TramiteDossierFault = WriteFault;

/** All that is kept of a trâmite, as a ZIP. */
export const saveTramiteDossier = async (
  tramite: Tramite,
): Promise<Result<File, TramiteDossierFault>> => {
  const source = await sourceOf(tramite);
  const made = await tramiteDossier(source);
  if (!made.ok) return made;
  const { tipo } = source.ambiente;
  const parts = [
    'dossie-tramite',
    ...(tipo === undefined || tipo === 'producao' ? [] : [tipo.toUpperCase()]),
    ...[tramite.protocolo, tramite.idt],
  ];
  const name = `${parts.join('-').replace(/[^\w-]/g, '_')}.zip`;
  return ok(new File([made.value], name, { type: 'application/zip' }));
};

const sourceOf = async (tramite: Tramite): Promise<TramiteSource> => {
  const { ambiente, orgao, idt } = tramite;
  const [entry] = await penStores.penEntries.ofTramite(ambiente, orgao, idt);
  const metadata = entry && (await textOf(metadataOf(entry)));
  const where = ambientes.value.find(({ id }) => id === ambiente);
  return {
    tramite,
    ambiente: where ?? { nome: ambiente },
    ...(metadata !== undefined && { metadata }),
    components: metadata === undefined ? [] : await componentsOf(metadata),
    log: entry ? await penStores.penEntries.log(entry.id) : [],
  };
};

const metadataOf = ({ frozen: { errand }, progress }: PenEntry): string | undefined =>
  errand.kind === 'send' ? errand.metadataSha256 : progress.receive?.metadataSha256;

const textOf = async (sha256: string | undefined): Promise<string | undefined> =>
  sha256 === undefined ? undefined : (await stores.files.get(sha256))?.text();

const componentsOf = async (metadata: string): Promise<TramiteSource['components']> => {
  const kept = await Promise.all(
    announcedIn(metadata).map(async ({ nome, sha256 }) => {
      const content = await stores.files.get(sha256);
      return content ? [{ nome, sha256, content }] : [];
    }),
  );
  return kept.flat();
};
