import { fieldsOf } from '../layout/fields.ts';
import type { ObjectField } from '../layout/types.ts';
import type { Delivery } from './deliveries.ts';
import { layoutFor } from './layouts.ts';

/** The form a delivery was filled in with, for its labels; `undefined` where its layout is not to be had now. */
export const formOf = async (delivery: Delivery): Promise<ObjectField | undefined> => {
  const layout = await layoutFor(delivery);
  return layout.ok ? fieldsOf(layout.value.schema, layout.value) : undefined;
};
