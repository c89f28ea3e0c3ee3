import { Hono } from 'hono';
import type { FileKind } from '../../../src/attachment/types.ts';
import type { Bytes } from '../../../src/base/bytes.ts';
import { parseJson } from '../../../src/base/json.ts';
import { homologationPdf } from '../pdf/homologation-pdf.ts';
import type { Delivery } from '../state/delivery-store.ts';
import { refusal, refuse } from './answer.ts';
import type { Court } from './court.ts';
import { ours } from './messages.ts';
import { ownReceipt, signedIn } from './steps.ts';

const PATH = '/envio-manual/api/envio/pdf';

const MEDIA_TYPES: Record<FileKind, string> = {
  pdf: 'application/pdf',
  p7s: 'application/pkcs7-signature',
  png: 'image/png',
  jpeg: 'image/jpeg',
  other: 'application/octet-stream',
};

/** Colare-Envios: the homologation PDF and the files of a delivery (recepcao.md A 11, 12). */
export const createEnvioManual = (court: Court): Hono => {
  const { layouts, deliveries, files, clock } = court;
  const token = signedIn(court);
  const own = ownReceipt(court);
  const app = new Hono();

  const fileAnswer = (bytes: Bytes, kind: FileKind) =>
    new Response(bytes, { headers: { 'Content-Type': MEDIA_TYPES[kind] } });

  /** The files its data name, and the signed homologation PDF. */
  const boundFiles = (delivery: Delivery): Set<string> => {
    const named = layouts.find(delivery)?.fileIds(parseJson(delivery.text) ?? null) ?? [];
    const ids = [...named, delivery.arquivoHomologacao ?? ''];
    return new Set(ids.map((id) => id.toLowerCase()));
  };

  /** The PDF of this content: made once, then the same bytes for ever. */
  const issuedPdf = async (delivery: Delivery): Promise<Bytes | undefined> => {
    if (!delivery.pdfSha256) {
      const pdf = await homologationPdf(delivery, clock.now());
      await deliveries.bindPdf(delivery, await files.keep(pdf));
    }
    const bound = await deliveries.find(delivery.id);
    return bound?.pdfSha256 ? files.read(bound.pdfSha256) : undefined;
  };

  app.get(`${PATH}/homologacao/:recibo`, token, own, async (c) => {
    const pdf = await issuedPdf(c.get('delivery'));
    return pdf
      ? fileAnswer(pdf, 'pdf')
      : refuse(refusal(412, ours('O envio foi alterado por outra requisição: consulte-o.')));
  });

  app.get(`${PATH}/anexo/:recibo/:file`, token, own, async (c) => {
    const id = c.req.param('file').toLowerCase();
    const file = boundFiles(c.get('delivery')).has(id) ? await files.find(id) : undefined;
    return file
      ? fileAnswer(await files.read(file.sha256), file.kind)
      : refuse(refusal(404, ours('O envio não tem arquivo com este identificador.')));
  });

  return app;
};
