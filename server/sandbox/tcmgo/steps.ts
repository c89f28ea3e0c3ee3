import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Delivery, Period } from '../state/delivery-store.ts';
import { refusal, refuse } from './answer.ts';
import type { Court } from './court.ts';
import type { Layout } from './layouts.ts';
import { documented, ours } from './messages.ts';
import type { Claims } from './token.ts';

/** What the steps before a handler found out. */
interface Found {
  claims: Claims;
  period: Period;
  layout: Layout;
  delivery: Delivery;
}

type Knows<K extends keyof Found> = { Variables: Pick<Found, K> };

/** The path of one month of one layout, and of one delivery in it. */
export const PERIOD_PATH = '/recepcao/:spc/:slp/:mes{\\d{1,2}}/:ano{\\d{4}}';
export const DELIVERY_PATH = `${PERIOD_PATH}/:id{\\d{1,15}}`;

const periodOf = (c: Context): Period => ({
  spc: c.req.param('spc') ?? '',
  slp: c.req.param('slp') ?? '',
  mes: Number(c.req.param('mes')),
  ano: Number(c.req.param('ano')),
});

const samePeriod = (a: Period, b: Period): boolean =>
  a.spc === b.spc && a.slp === b.slp && a.mes === b.mes && a.ano === b.ano;

/** The token stands raw in `Authorization`, as documented; `Bearer …` is no token. */
export const signedIn = ({ tokens, clock }: Court) =>
  createMiddleware<Knows<'claims'>>(async (c, next) => {
    const claims = await tokens.read(c.req.header('Authorization') ?? '', clock.now());
    if (!claims) return refuse(refusal(401, documented.invalidToken));
    c.set('claims', claims);
    await next();
  });

export const knownLayout = ({ layouts }: Court) =>
  createMiddleware<Knows<'period' | 'layout'>>(async (c, next) => {
    const period = periodOf(c);
    const layout = layouts.find(period);
    if (!layout) {
      const { spc, slp, mes, ano } = period;
      return refuse(refusal(404, ours(`Não há layout ${spc}/${slp} vigente em ${mes}/${ano}.`)));
    }
    c.set('period', period);
    c.set('layout', layout);
    await next();
  });

/** The delivery that the path names; one of another representação is as good as none. */
export const ownDelivery = ({ deliveries }: Court) =>
  createMiddleware<Knows<'claims' | 'delivery'>>(async (c, next) => {
    const delivery = await deliveries.find(Number(c.req.param('id')));
    if (
      delivery?.representacao !== c.get('claims').representacao ||
      !samePeriod(delivery, periodOf(c))
    ) {
      return refuse(refusal(404, ours('Não há envio com este identificador neste endereço.')));
    }
    c.set('delivery', delivery);
    await next();
  });

/** The same by its recibo, for Colare-Envios. */
export const ownReceipt = ({ deliveries }: Court) =>
  createMiddleware<Knows<'claims' | 'delivery'>>(async (c, next) => {
    const delivery = await deliveries.findByRecibo(c.req.param('recibo') ?? '');
    if (delivery?.representacao !== c.get('claims').representacao) {
      return refuse(refusal(404, ours('Não há envio com este recibo.')));
    }
    c.set('delivery', delivery);
    await next();
  });
