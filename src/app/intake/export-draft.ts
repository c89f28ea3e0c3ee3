import type { Attachment } from '../../attachment/types.ts';
import { utf8 } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { type Json, withTextsReplaced } from '../../base/json.ts';
import { bundleNames, PAYLOAD_NAME } from '../../draft/intake/bundle-names.ts';
import { type DraftSession, filesOf } from '../drafts/draft-session.ts';
import { zipStream } from '../files-to-sign/zip.ts';
import { shownPayload } from '../links/shown-payload.ts';
import { stores } from '../stores.ts';

/** How a draft is written: to be read, to be compared, or with its files. */
export type ExportWay = 'readable' | 'canonical' | 'bundle';

/** A draft as a file; `missing`: names of files that are no longer kept here. */
export interface ExportedDraft {
  name: string;
  content: Blob;
  missing: string[];
}

/**
 * What the court would get of a draft, with the names of files in place of their ids, and `noNumber` where the number of
 * an earlier delivery is still to come. A bundle is taken back by *Trazer
 * arquivos*: its folder names layout and month, and each file lies beside the payload under the name it is called by.
 */
export const exportDraft = async (
  session: Pick<DraftSession, 'draft' | 'layout' | 'payload' | 'attachments'>,
  way: ExportWay,
  noNumber: string,
): Promise<ExportedDraft> => {
  const files = filesOf(session);
  const names = bundleNames(files.map((file) => ({ id: file.id, name: sentOf(file).name })));
  const { ambiente, slp, mes, ano } = session.draft.value;
  const shown = await shownPayload(session.payload.value, { ambiente }, noNumber);
  const payload = withTextsReplaced(shown, names);
  const title = `${slp}_${String(mes).padStart(2, '0')}_${ano}`;
  if (way !== 'bundle') {
    const content = new Blob([textOf(payload, way)], { type: 'application/json' });
    return { name: `${title}.json`, content, missing: [] };
  }
  const found = await Promise.all(
    files.map(async (file) => ({
      name: names.get(file.id) ?? '',
      content: await stores.files.get(sentOf(file).sha256),
    })),
  );
  const members = found.flatMap(({ name, content }) =>
    content ? [{ name: `${title}/${name}`, content }] : [],
  );
  const json = new Blob([utf8(textOf(payload, 'readable'))]);
  const zip = zipStream([{ name: `${title}/${PAYLOAD_NAME}`, content: json }, ...members]);
  return {
    name: `${title}.zip`,
    content: await new Response(zip, { headers: { 'content-type': 'application/zip' } }).blob(),
    missing: found.flatMap(({ name, content }) => (content ? [] : [name])),
  };
};

const sentOf = ({ chosen, signed }: Attachment) => signed?.file ?? chosen;

const textOf = (payload: Json, way: Exclude<ExportWay, 'bundle'>): string =>
  way === 'canonical' ? canonicalJson(payload) : JSON.stringify(payload, null, 2);
