import { Hono } from 'hono';
import { deliveryAnswer, listAnswer, mensagens, refusal, refuse } from './answer.ts';
import type { Court } from './court.ts';
import { ours } from './messages.ts';
import { checkData } from './reception.ts';
import { DELIVERY_PATH, knownLayout, ownDelivery, PERIOD_PATH, signedIn } from './steps.ts';

/** The court documents that it validates, not where; the path is inferred (recepcao.md A 8). */
const VALIDATE_PATH = `${PERIOD_PATH}/validar`;

const homologatedAlready = refusal(
  412,
  ours('O envio já está homologado e não pode mais ser alterado nem excluído.'),
);

/** Layouts and deliveries (recepcao.md A 3-8). */
export const createRecepcao = (court: Court): Hono => {
  const { deliveries, files, clock } = court;
  const token = signedIn(court);
  const layout = knownLayout(court);
  const own = ownDelivery(court);
  const app = new Hono();

  app.get(`${PERIOD_PATH}/schema`, layout, (c) =>
    c.body(c.get('layout').document, 200, { 'Content-Type': 'application/json' }),
  );

  app.post(VALIDATE_PATH, token, layout, async (c) => {
    const known = await files.idsOf(c.get('claims').representacao);
    const data = await checkData(c.req.raw, { ...c.var, operation: 'send', known });
    return data.ok ? c.json({ mensagens: mensagens() }) : refuse(data.error);
  });

  app.post(PERIOD_PATH, token, layout, async (c) => {
    const { representacao } = c.get('claims');
    const known = await files.idsOf(representacao);
    const data = await checkData(c.req.raw, { ...c.var, operation: 'send', known });
    if (!data.ok) return refuse(data.error);
    return deliveryAnswer(
      await deliveries.insert(c.get('period'), representacao, data.value, clock.now()),
    );
  });

  app.get(PERIOD_PATH, token, layout, async (c) =>
    court.list.offered
      ? listAnswer(await deliveries.listOf(c.get('period'), c.get('claims').representacao))
      : c.notFound(),
  );

  app.get(DELIVERY_PATH, token, own, (c) => deliveryAnswer(c.get('delivery')));

  app.put(DELIVERY_PATH, token, layout, own, async (c) => {
    if (c.get('delivery').statusEnvio === 'HOMOLOGADO') return refuse(homologatedAlready);
    const known = await files.idsOf(c.get('claims').representacao);
    const data = await checkData(c.req.raw, { ...c.var, operation: 'alter', known });
    if (!data.ok) return refuse(data.error);
    const delivery = await deliveries.replace(c.get('delivery').id, data.value, clock.now());
    return delivery ? deliveryAnswer(delivery) : refuse(homologatedAlready);
  });

  app.delete(DELIVERY_PATH, token, own, async (c) => {
    const delivery = c.get('delivery');
    const removed = await deliveries.remove(delivery.id);
    return removed ? deliveryAnswer(delivery) : refuse(homologatedAlready);
  });

  return app;
};
