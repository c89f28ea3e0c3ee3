import { Hono } from 'hono';
import type { PenBodyId } from './bodies.ts';
import type { Bus, PenEnv } from './bus.ts';
import { waitsFor } from './follow.ts';
import type { Tramite } from './tramite.ts';

/** Shorter than the silence a gateway in between takes for a lost connection; clients wait up to 300 s. */
const HOLD_MS = 45_000;

/** The next situação that waits for the body, or nothing when the asker leaves or the time is over. */
const nextFor = (bus: Bus, body: PenBodyId, gone: AbortSignal): Promise<Tramite | undefined> =>
  new Promise((resolve) => {
    const end = (found?: Tramite) => {
      clearTimeout(timer);
      stop();
      resolve(found);
    };
    const stop = bus.onMove((tramite) => {
      if (waitsFor(tramite, body)) end(tramite);
    });
    const timer = setTimeout(end, HOLD_MS);
    gone.addEventListener('abort', () => end(), { once: true });
  });

/** The stream of what waits, by long poll (pen.md A.3). */
export const createPendencias = (bus: Bus): Hono<PenEnv> => {
  const app = new Hono<PenEnv>();
  app.get('/pendencias', async (c) => {
    const body = c.get('body');
    const last = Number(c.req.query('idTramiteDaPendenciaRecebida') ?? 0);
    const known = (await bus.tramites.ofBody(body)).find(
      (each) => each.idt > last && waitsFor(each, body),
    );
    const found = known ?? (await nextFor(bus, body, c.req.raw.signal));
    return c.json(
      found
        ? { encontrou: true, IDT: found.idt, status: found.situacao }
        : { encontrou: false, IDT: last },
    );
  });
  return app;
};
