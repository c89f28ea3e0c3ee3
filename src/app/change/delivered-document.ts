import { isJsonObject, type JsonObject, parseJson } from '../../base/json.ts';
import { stores } from '../stores.ts';

/** The data of a delivery as they were sent; `undefined` where they are not kept here. */
export const deliveredDocument = async (deliveryId: string): Promise<JsonObject | undefined> => {
  const delivery = await stores.deliveries.load(deliveryId);
  const body = delivery && parseJson(delivery.body.text);
  return isJsonObject(body) ? body : undefined;
};
