import { signal } from '@preact/signals';
import { isIbgeCode } from '../../base/ibge.ts';
import { isJsonObject, type Json } from '../../base/json.ts';
import { PUBLIC_SERVICES, servicePath } from '../../base/public-services.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { askPublic, type PublicFault } from '../../protocol/publico/ask.ts';
import {
  type PlainRow,
  type PublicNorm,
  type PublicRepresentacao,
  readNorms,
  readPlainRows,
  readRepresentacoesPublicas,
} from '../../protocol/publico/messages.ts';
import { ambiente } from '../state.ts';
import { clock, stores } from '../stores.ts';

export type { PlainRow, PublicNorm, PublicRepresentacao };

/** The open services by what they tell; where the last two are, only a setting of the environment can say. */
export const SERVICES = ['representacoes', 'legislacoes', 'unidades', 'adimplencia'] as const;
export type Service = (typeof SERVICES)[number];

export type ConsultFault = PublicFault | 'no-gateway' | 'place-unknown';

/** What a service told of a municipality; `at`: when (epoch ms UTC). */
export type Told = { at: number; json: Json };

/** What is known of one municipality, told now or kept from before. */
export interface Consultation {
  /** Id of the environment whose court told it. */
  ambiente: string;
  ibge: string;
  told: Partial<Record<Service, Told>>;
  /** Why a service told nothing new. */
  faults: Partial<Record<Service, ConsultFault>>;
}

/** What is on the screen; stays while another is open. */
export const consultation = signal<Consultation | undefined>(undefined);

const LONGEST_MS = 25_000;

const lastName = (where: string) => `publico/${where}`;
const settingName = (where: string, ibge: string) => `publico/${where}/${ibge}`;

const placeOf = (service: Service): string | undefined => {
  if (service === 'representacoes' || service === 'legislacoes') return PUBLIC_SERVICES[service];
  return ambiente.value?.servicos?.[service];
};

const ask = async (service: Service, ibge: string): Promise<Result<Json, ConsultFault>> => {
  const relay = ambiente.value?.hosts.publico;
  const place = placeOf(service);
  if (place === undefined) return err('place-unknown');
  if (relay === undefined) return err('no-gateway');
  const address = new URL(relay + servicePath(place, ibge), location.href);
  const told = await askPublic(fetch, address, AbortSignal.timeout(LONGEST_MS));
  if (!told.ok) return told;
  return READERS[service](told.value) ? told : err('not-the-service');
};

const READERS: Record<Service, (json: Json) => readonly unknown[] | undefined> = {
  representacoes: readRepresentacoesPublicas,
  legislacoes: readNorms,
  unidades: readPlainRows,
  adimplencia: readPlainRows,
};

/** Shows again what was asked last in this environment, with what is kept of it. */
export const recallConsultation = async (): Promise<void> => {
  const where = ambiente.value?.id;
  if (consultation.value?.ambiente === where) return;
  consultation.value = undefined;
  if (where === undefined) return;
  const ibge = await stores.settings.get(lastName(where));
  if (typeof ibge !== 'string') return;
  const told = readKept(await stores.settings.get(settingName(where, ibge)));
  if (ambiente.value?.id === where) {
    consultation.value ??= { ambiente: where, ibge, told, faults: {} };
  }
};

/** Asks all services whose place is known about a municipality; what one told before stays where it tells nothing now. */
export const consult = async (
  ibge: string,
): Promise<Result<void, 'not-a-code' | 'no-ambiente'>> => {
  const where = ambiente.value?.id;
  if (where === undefined) return err('no-ambiente');
  if (!isIbgeCode(ibge)) return err('not-a-code');
  const kept = readKept(await stores.settings.get(settingName(where, ibge)));
  const asked: Consultation = { ambiente: where, ibge, told: kept, faults: {} };
  consultation.value = asked;
  const answers = await Promise.all(
    SERVICES.map(async (service) => ({ service, answer: await ask(service, ibge) })),
  );
  const told = { ...kept };
  const faults: Consultation['faults'] = {};
  for (const { service, answer } of answers) {
    if (answer.ok) told[service] = { at: clock.now(), json: withoutCpf(answer.value) };
    else faults[service] = answer.error;
  }
  if (consultation.value === asked) consultation.value = { ...asked, told, faults };
  await stores.settings.set(settingName(where, ibge), Object.fromEntries(Object.entries(told)));
  await stores.settings.set(lastName(where), ibge);
  return ok(undefined);
};

/** Who wants to know which CPF a person has asks the court: here it is not kept. */
const withoutCpf = (json: Json): Json =>
  Array.isArray(json)
    ? json.map((row) => {
        if (!isJsonObject(row)) return row;
        const { numeroCPF: _, ...rest } = row;
        return rest;
      })
    : json;

const readKept = (json: Json | undefined): Consultation['told'] => {
  const told: Consultation['told'] = {};
  if (!isJsonObject(json)) return told;
  for (const service of SERVICES) {
    const one = json[service];
    if (isJsonObject(one) && typeof one.at === 'number' && one.json !== undefined) {
      told[service] = { at: one.at, json: one.json };
    }
  }
  return told;
};

/** What the services told, as the screen shows it. */
export const representacoesTold = (told: Told): PublicRepresentacao[] =>
  readRepresentacoesPublicas(told.json) ?? [];
export const normsTold = (told: Told): PublicNorm[] => readNorms(told.json) ?? [];
export const plainRowsTold = (told: Told): PlainRow[] => readPlainRows(told.json) ?? [];
