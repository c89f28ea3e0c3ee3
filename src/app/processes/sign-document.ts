import { utf8 } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Component, ProcessDocument } from '../../process/types.ts';
import type { PdfFault } from '../../signing/pdf/fault.ts';
import type { Signer } from '../../signing/signer.ts';
import type { StorageFault } from '../../store/database.ts';
import { settleSigning } from '../signing/signing-client.ts';
import { clock, stores } from '../stores.ts';
import { withChanged } from './documents.ts';
import type { ProcessSession } from './process-session.ts';
import { bodyOf, isBlank, writtenDocument } from './written/written-document.ts';

export type SignDocumentFault = PdfFault | StorageFault | 'locked' | 'file-missing' | 'blank';

/** Longest name of a file that we give ourselves (characters); the platform takes 255. */
const MAX_NAME = 100;

/** `Ofício 12/2026`. */
export const titleOf = ({ especie, descricao }: ProcessDocument): string =>
  `${especie.nomeNoProdutor} ${descricao}`.trim();

const fileNameOf = (document: ProcessDocument): string =>
  `${titleOf(document)
    .replace(/[\\/:*?"<>|]+/g, '-')
    .slice(0, MAX_NAME)}.html`;

/** What would be signed of a document: its files, or the text being written as a file of its own. */
export const contentsOf = async (
  document: ProcessDocument,
): Promise<Result<Component[], StorageFault | 'blank'>> => {
  const { draftHtml } = document;
  if (draftHtml === undefined) return ok(document.components);
  if (isBlank(draftHtml)) return err('blank');
  const content = new Blob([utf8(writtenDocument(titleOf(document), draftHtml))], {
    type: 'text/html',
  });
  const kept = await stores.files.put(content);
  if (!kept.ok) return kept;
  const file = { nome: fileNameOf(document), sha256: kept.value, size: content.size };
  return ok([{ ...file, ordem: 1, mimeType: 'text/html', signatures: [] }]);
};

/**
 * Signs each file of a document, apart from it (CMS detached, RFC 5652 §5.2). A text that was being written is a file from
 * here on. `components`: what the person was shown.
 */
export const signDocument = async (
  session: ProcessSession,
  id: string,
  components: readonly Component[],
  signer: Signer,
): Promise<Result<void, SignDocumentFault>> => {
  const signed: Component[] = [];
  for (const component of components) {
    const content = await stores.files.get(component.sha256);
    if (!content) return err('file-missing');
    const p7s = await settleSigning(() => signer.signP7s(content, { detached: true }));
    if (!p7s.ok) return p7s;
    const kept = await stores.files.put(p7s.value);
    if (!kept.ok) return kept;
    const { name: holder } = signer.summary.holder;
    const signature = { p7sSha256: kept.value, holder, at: clock.now() };
    signed.push({ ...component, signatures: [...component.signatures, signature] });
  }
  await keepSigned(session, id, signed);
  return ok(undefined);
};

/** Keeps the files of a document with their signatures; from here on a text that was being written is a file. */
export const keepSigned = async (
  session: ProcessSession,
  id: string,
  components: Component[],
): Promise<void> => {
  session.change((process) => ({
    ...process,
    documents: withChanged(process.documents, id, ({ draftHtml: _, ...document }) => ({
      ...document,
      components,
    })),
  }));
  await session.flush();
};

/** Gives the signatures of a written document up, so that its text can be changed. */
export const takeUpAgain = async (
  session: ProcessSession,
  { id, components }: ProcessDocument,
): Promise<Result<void, 'file-missing'>> => {
  const [file] = components;
  const content = file && (await stores.files.get(file.sha256));
  if (!content) return err('file-missing');
  const draftHtml = bodyOf(await content.text());
  session.change((process) => ({
    ...process,
    documents: withChanged(process.documents, id, (document) => ({
      ...document,
      draftHtml,
      components: [],
    })),
  }));
  return ok(undefined);
};
