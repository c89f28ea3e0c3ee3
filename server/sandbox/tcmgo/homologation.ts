import { Hono } from 'hono';
import { type Bytes, sameBytes } from '../../../src/base/bytes.ts';
import { isJsonObject, parseJson } from '../../../src/base/json.ts';
import { err, ok, type Result } from '../../../src/base/result.ts';
import type { Delivery } from '../state/delivery-store.ts';
import { deliveryAnswer, type Refusal, refusal, refuse } from './answer.ts';
import type { Court } from './court.ts';
import { ours } from './messages.ts';
import { type CheckedFile, checkFile, readFilePart } from './received-file.ts';
import { DELIVERY_PATH, ownDelivery, signedIn } from './steps.ts';

const homologatedAlready = refusal(412, ours('O envio já está homologado.'));
const changedMeanwhile = refusal(
  412,
  ours('O envio foi alterado ou homologado por outra requisição: consulte-o.'),
);
const notThisPdf = refusal(
  412,
  ours('O arquivo não é o PDF de homologação emitido para este envio: obtenha-o e assine-o.'),
);
const wrongSigner = refusal(
  412,
  ours('O PDF de homologação deve ser assinado pelo responsável pelo envio.'),
);
const nothingToReopen = refusal(
  412,
  ours('Não há envio homologado desta representação com o identificador a retificar.'),
);

const startsWith = (bytes: Bytes, prefix: Bytes) =>
  sameBytes(bytes.subarray(0, prefix.length), prefix);

/** The signed file must extend the issued PDF byte for byte and be signed by the token's person. */
const signedPdfFault = (
  { bytes, kind, signers }: CheckedFile,
  issued: Bytes,
  cpf: string,
): Refusal | undefined => {
  if (kind !== 'pdf' || !startsWith(bytes, issued)) return notThisPdf;
  const responsible = signers.some((signer) => signer.certificate.holder.cpf === cpf);
  return responsible ? undefined : wrongSigner;
};

/** A homologated LIC/RETIFICAHOMOLOG opens the delivery it names again (seen in clients: recepcao.md C). */
const deliveryToReopen = async (
  delivery: Delivery,
  { deliveries }: Court,
): Promise<Result<number | undefined, Refusal>> => {
  if (delivery.spc !== 'LIC' || delivery.slp !== 'RETIFICAHOMOLOG') return ok(undefined);
  const payload = parseJson(delivery.text);
  const id = isJsonObject(payload) ? payload.idProcedimentoOuContrato : undefined;
  const target = typeof id === 'number' ? await deliveries.find(id) : undefined;
  return target?.statusEnvio === 'HOMOLOGADO' &&
    target.representacao === delivery.representacao &&
    target.spc === 'LIC'
    ? ok(target.id)
    : err(nothingToReopen);
};

/** Homologation and the check of a receipt (recepcao.md A 13, 14). */
export const createHomologation = (court: Court): Hono => {
  const { deliveries, files, signatures } = court;
  const app = new Hono();

  app.put(`${DELIVERY_PATH}/homologar`, signedIn(court), ownDelivery(court), async (c) => {
    const { claims, delivery } = c.var;
    const part = await readFilePart(c.req.raw);
    if (!part.ok) return refuse(part.error);
    if (delivery.statusEnvio === 'HOMOLOGADO') return refuse(homologatedAlready);
    if (!delivery.pdfSha256) return refuse(notThisPdf);
    const checked = await checkFile(part.value, signatures);
    if (!checked.ok) return refuse(checked.error);
    const issued = await files.read(delivery.pdfSha256);
    const fault = signedPdfFault(checked.value, issued, claims.sub);
    if (fault) return refuse(fault);
    const reopens = await deliveryToReopen(delivery, court);
    if (!reopens.ok) return refuse(reopens.error);

    const file = await files.receive(part.value, 'pdf', claims.representacao);
    const homologated = await deliveries.homologate(delivery, file, reopens.value);
    return homologated ? deliveryAnswer(homologated) : refuse(changedMeanwhile);
  });

  /** The court's answer is unknown: this shape is ours and says so (recepcao.md H). */
  app.get('/recepcao/validar-recibo/:recibo', async (c) => {
    const delivery = await deliveries.findByRecibo(c.req.param('recibo'));
    if (!delivery) return refuse(refusal(404, ours('Não há envio com este recibo.')));
    return c.json({
      recibo: delivery.recibo,
      statusEnvio: delivery.statusEnvio,
      prestacaoDeContasSigla: delivery.spc,
      layoutSigla: delivery.slp,
      mes: delivery.mes,
      ano: delivery.ano,
      respostaOficial: false,
      aviso: ours('O formato da resposta oficial não é conhecido.'),
    });
  });

  return app;
};
