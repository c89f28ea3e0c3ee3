import { expect, it } from 'vitest';
import { isJsonObject, type Json } from '../../src/base/json.ts';
import type { ProcessToSend } from '../../src/protocol/pen/messages.ts';
import { hashOf } from '../support/barramento.ts';
import { useOffice } from '../support/office.ts';
import { penClerk } from '../support/pen-clerk.ts';

const { door, sitDown } = useOffice('pen-trips');

const NUMBER = '44442.000007/2018-35';
const TRIPS = [1, 2, 3, 4, 5];
const contentOf = (trip: number) => `Despacho da ida ${trip}`;

/** A window of its own for each body, and how the other one finds it. */
const sitAt = async (usuario: string, unit: { name: string; repository: string }) => {
  const desk = await sitDown();
  const { page } = desk.browser;
  return {
    ...penClerk(desk),
    unit,
    /** Comes in, and says of the other's units that they take what is new alone. */
    comesIn: async (repository: string) => {
      await desk.clerk.entersOffice(usuario);
      await desk.clerk.open('ajustes/pen');
      const partial = page.locator('section', {
        has: page.getByRole('heading', { name: 'Envio parcial', exact: true }),
      });
      await partial.getByLabel('Repositório').selectOption({ label: repository });
      await partial.getByRole('button', { name: 'Acrescentar o repositório inteiro' }).click();
      await partial.getByRole('row', { name: repository }).waitFor();
    },
    begins: async () => {
      await desk.clerk.open('processos');
      await desk.clerk.beginsProcess(NUMBER);
      await page.getByLabel('Especificação').fill('Repasse de convênio');
      await page.getByLabel('Nome do interessado 1').fill('Ana Souza');
      await desk.clerk.waitsUntilSaved();
    },
    opensProcess: () => page.getByRole('link', { name: NUMBER }).click(),
    adds: async (trip: number) => {
      const file = { name: `despacho ${trip}.txt`, mimeType: 'text/plain' };
      await page
        .getByLabel('Trazer arquivos')
        .setInputFiles({ ...file, buffer: Buffer.from(contentOf(trip)) });
      await page.getByRole('link', { name: `${trip}. Despacho` }).waitFor();
    },
  };
};

/** What came to the Barramento for one trip, and what it gave out of it. */
interface Trip {
  /** How the registering was answered. */
  status: number;
  /** Hashes of all that the process is said to have. */
  told: string[];
  /** Contents that were sent, or parts of them; each trip's is small enough to be one. */
  puts: number;
  /** Hashes of the contents that the sender says have ended; and of those that the receiver fetched. */
  ended: string[];
  fetched: string[];
}

const hashIn = (json: Json | undefined): string =>
  String(isJsonObject(json) && json.hashDoComponenteDigital);

/** By the requests as they came over TLS; one trip is over before the next begins. */
const tripsAsTheyCame = async (): Promise<Trip[]> => {
  const trips: Trip[] = [];
  for (const { method, path, json, status } of await door.requests()) {
    const trip = trips.at(-1);
    if (method === 'POST' && path.endsWith('/tramites/processo')) {
      const { processo } = json as ProcessToSend;
      const components = processo.documentos.flatMap((one) => one.componentesDigitais);
      const told = components.map(({ hash }) => hash.conteudo);
      trips.push({ status, told, puts: 0, ended: [], fetched: [] });
    } else if (method === 'PUT' && path.includes('/componentes-a-enviar')) {
      if (trip) trip.puts += 1;
    } else if (path.endsWith('/sinalizacao-termino-envio')) trip?.ended.push(hashIn(json));
    else if (path.includes('/componentes-digitais')) trip?.fetched.push(hashIn(json));
  }
  return trips;
};

it('two bodies exchange one process five times: each sends what is new alone, and nothing that was sent changes', async () => {
  const prefeitura = await sitAt('protocolo', {
    ...{ name: 'Prefeitura Municipal', repository: 'Municípios de Goiás (demonstração)' },
  });
  const ministerio = await sitAt('expedicao', {
    ...{ name: 'Protocolo Central', repository: 'Poder Executivo Federal (demonstração)' },
  });
  await prefeitura.begins();
  await Promise.all([
    prefeitura.comesIn(ministerio.unit.repository),
    ministerio.comesIn(prefeitura.unit.repository),
  ]);
  await prefeitura.opens('');
  await prefeitura.opensProcess();
  for (const trip of TRIPS) {
    const there = trip % 2 === 1;
    const [from, to] = there ? [prefeitura, ministerio] : [ministerio, prefeitura];
    await from.adds(trip);
    const before = Math.floor((trip - 1) / 2);
    await from.sends(to.unit.name, { repository: to.unit.repository, before });
    await to.waits(NUMBER);
    await to.accepts();
    await to.opensProcess();
  }
  await prefeitura.follows(6);
  await ministerio.page.getByRole('link', { name: '5. Despacho' }).waitFor();

  const hashes = TRIPS.map((trip) => hashOf(contentOf(trip)));
  expect(await tripsAsTheyCame()).toEqual(
    hashes.map((hash, at) => ({
      ...{ status: 200, told: hashes.slice(0, at + 1), puts: 1 },
      ...{ ended: [hash], fetched: [hash] },
    })),
  );
  const ends = async () => (await door.pen.tramites()).map(({ situacao }) => situacao);
  await expect.poll(ends).toEqual(TRIPS.map(() => 6));
});
