import { computed, signal } from '@preact/signals';
import { err, type Result } from '../../base/result.ts';
import especies from '../../process/especies.json' with { type: 'json' };
import type { Hypothesis, KnownUnit, PenTables } from '../../process/tables.ts';
import type { Hipotese } from '../../protocol/pen/messages.ts';
import type { StorageFault } from '../../store/database.ts';
import { ambiente } from '../state.ts';
import { clock, stores } from '../stores.ts';
import { onChangedElsewhere, tellChanged } from '../tabs.ts';
import { office } from './office.ts';
import { faultOf, inTime, type PlatformFault, platform } from './platform.ts';

export type { KnownUnit } from '../../process/tables.ts';

/** What came with the app: the espécies. Ids of legal grounds, and units, are told by the platform alone. */
const SHIPPED: PenTables = {
  especies,
  ...{ hipoteses: [], motivosDeUrgencia: [], repositorios: [], unidades: [] },
};

const settingOf = (where: string): string => `penTables:${where}`;

const known = signal<{ ambiente: string; tables: PenTables } | undefined>(undefined);

/** What the platform publishes, as last read in the environment in use. */
export const tables = computed<PenTables>(() =>
  known.value && known.value.ambiente === ambiente.value?.id ? known.value.tables : SHIPPED,
);

/** The tables of an environment as they are kept. */
export const readTables = async (where: string): Promise<PenTables> => {
  const kept = await stores.settings.get(settingOf(where));
  // As this program wrote them.
  return { ...SHIPPED, ...(kept as Partial<PenTables> | undefined) };
};

/** Reads the tables of the environment in use again. */
export const loadTables = async (): Promise<void> => {
  const where = ambiente.value?.id;
  if (where !== undefined) known.value = { ambiente: where, tables: await readTables(where) };
};

onChangedElsewhere((what) => {
  if (what === 'settings') void loadTables();
});

const keep = async (where: string, next: PenTables): Promise<Result<void, StorageFault>> => {
  const kept = await stores.settings.set(settingOf(where), next);
  if (!kept.ok) return kept;
  known.value = { ambiente: where, tables: next };
  tellChanged('settings');
  return kept;
};

export type TablesFault = PlatformFault | StorageFault;

/** Asks the platform for all its tables again; units that were looked up stay. */
export const refreshTables = async (): Promise<Result<void, TablesFault>> => {
  const where = ambiente.value?.id;
  const asked = platform();
  if (where === undefined || !asked) return err('not-entered');
  const [species, grounds, reasons, repositories] = await Promise.all([
    asked.especies(inTime()),
    asked.hipoteses(inTime()),
    asked.motivosUrgencia(inTime()),
    asked.repositorios(inTime()),
  ]);
  if (!species.ok) return err(faultOf(species.error));
  if (!grounds.ok) return err(faultOf(grounds.error));
  if (!reasons.ok) return err(faultOf(reasons.error));
  if (!repositories.ok) return err(faultOf(repositories.error));
  const before = await readTables(where);
  return keep(where, {
    especies: species.value.value.map(({ codigo, nomeNoProdutor: nome }) => ({ codigo, nome })),
    hipoteses: hypothesesAfter(before.hipoteses, grounds.value.value),
    motivosDeUrgencia: reasons.value.value,
    repositorios: repositories.value.value.map(({ id, nome }) => ({ id, nome })),
    unidades: before.unidades,
    readAt: clock.now(),
  });
};

/** The platform tells of those in force: one that it does not tell of any more is not. */
const hypothesesAfter = (
  before: readonly Hypothesis[],
  told: readonly Hipotese[],
): Hypothesis[] => {
  const ids = new Set(told.map(({ identificacao }) => identificacao));
  return [
    ...told.map(({ identificacao, nome, baseLegal, status }) => ({
      ...{ identificacao, nome, baseLegal },
      ativa: status,
    })),
    ...before
      .filter(({ identificacao }) => !ids.has(identificacao))
      .map((gone) => ({ ...gone, ativa: false })),
  ];
};

/** Keeps a unit that was looked up, so that it can be chosen again without a network. */
export const rememberUnit = async (unit: KnownUnit): Promise<void> => {
  const where = ambiente.value?.id;
  if (where === undefined) return;
  const before = await readTables(where);
  const others = before.unidades.filter(
    ({ repositorio, numero }) => repositorio !== unit.repositorio || numero !== unit.numero,
  );
  await keep(where, { ...before, unidades: [unit, ...others].slice(0, MOST_UNITS) });
};

/** Units that are remembered at most, the last used first. */
const MOST_UNITS = 200;

/** Tables older than this are asked for again when somebody comes in, and then once a day (ms). */
const DAY_MS = 86_400_000;
/** How often it is looked whether they are (ms). */
const LOOK_MS = 3_600_000;

const refreshWhenDue = async (): Promise<void> => {
  const isDue = clock.now() - (tables.value.readAt ?? 0) > DAY_MS;
  if (office.value && isDue) await refreshTables();
};

let keeping: ReturnType<typeof setInterval> | undefined;

/** Reads the tables, and from then on keeps them not older than a day while somebody is in an office. */
export const keepTables = async (): Promise<void> => {
  await loadTables();
  if (keeping !== undefined) return;
  keeping = setInterval(() => void refreshWhenDue(), LOOK_MS);
  ambiente.subscribe(() => void loadTables());
  office.subscribe(() => void refreshWhenDue());
};
