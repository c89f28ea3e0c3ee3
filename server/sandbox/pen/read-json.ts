import { fromUtf8 } from '../../../src/base/bytes.ts';
import { type Json, parseJson } from '../../../src/base/json.ts';
import { readBody } from '../tcmgo/body.ts';

/** Far above the metadata of any process. */
const LARGEST_JSON = 64 * 1024 * 1024;

/** The JSON of a request, or `undefined`. */
export const readJsonBody = async (request: Request): Promise<Json | undefined> => {
  const body = await readBody(request, LARGEST_JSON);
  return body && parseJson(fromUtf8(body));
};
