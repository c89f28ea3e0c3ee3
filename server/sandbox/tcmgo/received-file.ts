import { MAX_FILE_BYTES, MAX_IMAGE_BYTES } from '../../../src/attachment/check.ts';
import { HEAD_BYTES, kindOf } from '../../../src/attachment/kind.ts';
import type { FileKind } from '../../../src/attachment/types.ts';
import type { Bytes } from '../../../src/base/bytes.ts';
import { err, ok, type Result } from '../../../src/base/result.ts';
import type { VerifiedSigner } from '../../../src/signing/verification.ts';
import { type Refusal, refusal } from './answer.ts';
import { readBody } from './body.ts';
import { documented, ours, signatureMessage } from './messages.ts';
import type { SignatureCheck } from './signatures.ts';

/** A file that passed every check of the upload. */
export interface CheckedFile {
  bytes: Bytes;
  kind: FileKind;
  signers: VerifiedSigner[];
}

/** What a multipart envelope may add to a file. */
const MAX_ENVELOPE_BYTES = 64 * 1024;

const tooLarge = refusal(400, ours('O arquivo enviado é maior que 10 MB.'));

const parseForm = async (body: Bytes, contentType: string): Promise<FormData | undefined> => {
  try {
    return await new Response(body, { headers: { 'Content-Type': contentType } }).formData();
  } catch {
    return undefined;
  }
};

/** The bytes of the part `arquivo` of a multipart request; other parts and headers are ignored. */
export const readFilePart = async (request: Request): Promise<Result<Bytes, Refusal>> => {
  const contentType = request.headers.get('Content-Type') ?? '';
  if (!/^multipart\/form-data\b/i.test(contentType)) {
    return err(refusal(415, ours('Envie o arquivo como multipart/form-data, na parte "arquivo".')));
  }
  const body = await readBody(request, MAX_FILE_BYTES + MAX_ENVELOPE_BYTES);
  if (!body) return err(tooLarge);
  const part = (await parseForm(body, contentType))?.get('arquivo');
  if (!(part instanceof Blob)) {
    return err(refusal(400, ours('A requisição não traz um arquivo na parte "arquivo".')));
  }
  return part.size > MAX_FILE_BYTES ? err(tooLarge) : ok(new Uint8Array(await part.arrayBuffer()));
};

/**
 * Checks a file as the upload does (recepcao.md D): images up to 512 kB unsigned, otherwise a PDF
 * signed over the whole file or an attached P7S.
 */
export const checkFile = async (
  bytes: Bytes,
  verify: SignatureCheck,
): Promise<Result<CheckedFile, Refusal>> => {
  const kind = kindOf(bytes.subarray(0, HEAD_BYTES));
  if (kind === 'other') return err(refusal(400, documented.wrongFileType));
  if (kind === 'png' || kind === 'jpeg') {
    return bytes.length > MAX_IMAGE_BYTES
      ? err(refusal(400, ours('Imagens podem ter no máximo 512 kB.')))
      : ok({ bytes, kind, signers: [] });
  }
  const verified = await verify(bytes, kind);
  if (!verified.ok) return err(refusal(400, signatureMessage[verified.error]));
  return ok({ bytes, kind, signers: verified.value.signers });
};
