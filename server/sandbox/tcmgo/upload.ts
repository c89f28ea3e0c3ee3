import { Hono } from 'hono';
import type { JsonObject } from '../../../src/base/json.ts';
import type { VerifiedSigner } from '../../../src/signing/verification.ts';
import { refuse } from './answer.ts';
import type { Court } from './court.ts';
import { ours } from './messages.ts';
import { checkFile, readFilePart } from './received-file.ts';
import { signedIn } from './steps.ts';

/** One entry of `signatarios` (recepcao.md B7); a signature without a time bears that of receipt, and says so. */
const signatory = (signer: VerifiedSigner, receivedAt: number): JsonObject => ({
  nome: signer.certificate.holder.name,
  cpf: signer.certificate.holder.cpf ?? '',
  data: signer.signingTime ?? receivedAt,
  ...(signer.signingTime === undefined
    ? { observacao: ours('A assinatura não informa a data: data é a do recebimento.') }
    : {}),
});

/** The upload of files (recepcao.md A 10). */
export const createUpload = (court: Court): Hono => {
  const { files, signatures, clock } = court;
  const app = new Hono();

  app.post('/recepcao/arquivo/upload', signedIn(court), async (c) => {
    const part = await readFilePart(c.req.raw);
    if (!part.ok) return refuse(part.error);
    const checked = await checkFile(part.value, signatures);
    if (!checked.ok) return refuse(checked.error);
    const { bytes, kind, signers } = checked.value;
    const now = clock.now();
    const arquivo = await files.receive(bytes, kind, c.get('claims').representacao);
    return c.json({ arquivo, signatarios: signers.map((signer) => signatory(signer, now)) });
  });

  return app;
};
