import { utf8 } from '../../base/bytes.ts';
import { parseJson } from '../../base/json.ts';
import { loadSide } from '../../layout/side.ts';
import { type TellingField, tellingFields } from '../../layout/telling-fields.ts';
import type { ObjectField } from '../../layout/types.ts';
import { formFor } from '../layout-form.ts';
import type { MadeWith } from '../layouts.ts';
import type { QueueEntry } from '../queue/types.ts';
import { stores } from '../stores.ts';

export type { TellingField } from '../../layout/telling-fields.ts';

/** The content of a delivery in a few words. */
export interface ContentSummary {
  fields: TellingField[];
  /** Bytes of the canonical JSON. */
  size: number;
}

const forms = new Map<string, Promise<ObjectField | undefined>>();

/** The form of a layout, made once for all deliveries of a list. */
const formOnce = (made: MadeWith): Promise<ObjectField | undefined> => {
  const { spc, slp, mes, ano, layoutSha256 } = made;
  const name = JSON.stringify([spc, slp, mes, ano, layoutSha256]);
  const form = forms.get(name) ?? formFor(made);
  forms.set(name, form);
  return form;
};

/** What an entry is to homologate; `undefined` while its final body is not written. */
export const summaryOf = async ({
  id,
  frozen,
}: QueueEntry): Promise<ContentSummary | undefined> => {
  const [entry, form, side] = await Promise.all([
    stores.entries.load(id),
    formOnce(frozen),
    loadSide(frozen),
  ]);
  const body = entry?.progress.finalBody;
  if (!body) return undefined;
  const payload = parseJson(body.text) ?? null;
  return {
    fields: form ? tellingFields(form, payload, side.summary ?? []) : [],
    size: utf8(body.text).length,
  };
};
