import type { LayoutVersion, ObjectField } from '../../layout/types.ts';
import type { Delivery } from '../../receipt/types.ts';
import { formOf } from '../layout-form.ts';
import { schemaOf } from '../layouts.ts';
import { stores } from '../stores.ts';

/**
 * The form of the very version of the layout that a delivery was made with, for its labels; `undefined` where that schema
 * is no longer kept. Nobody is asked for another one: years later it might tell other labels.
 */
export const receiptForm = async (delivery: Delivery): Promise<ObjectField | undefined> => {
  const { spc, slp, mes, ano, layoutSha256: sha256 } = delivery;
  const kept = await stores.layouts.load(delivery, mes, ano);
  if (kept?.sha256 === sha256) return formOf(kept);
  const schema = await schemaOf(sha256);
  const version: LayoutVersion | undefined = schema && {
    ...{ spc, slp, mes, ano, schema, sha256 },
    source: 'court',
  };
  return version && formOf(version);
};
