import { isJsonObject, type Json, type JsonObject } from '../../../src/base/json.ts';

/** What goes wrong with a request. `applied` tells whether the court did what was asked all the same. */
export type Fault =
  /** Answers late. */
  | { kind: 'delay'; ms: number }
  /** Answers `{message}` with this status. */
  | { kind: 'refuse'; status: number; applied: boolean }
  /** Answers exactly this JSON; nothing is done. */
  | { kind: 'answer'; status: number; json: Json }
  /** Answers an HTML page where JSON belongs. */
  | { kind: 'html'; status: number; applied: boolean }
  /** The connection breaks before the body of the answer. */
  | { kind: 'lost'; applied: boolean }
  /** The connection breaks after so many bytes of the body. */
  | { kind: 'truncated'; bytes: number };

/** A fault for the next `times` requests that match. */
export interface PlannedFault {
  /** Absent: every method. */
  method?: string;
  /** Regular expression over the path. */
  path: string;
  times: number;
  fault: Fault;
}

const numberOr = (value: Json | undefined, fallback: number): number =>
  typeof value === 'number' ? value : fallback;

const readFault = (fault: JsonObject): Fault | undefined => {
  const applied = fault.applied === true;
  switch (fault.kind) {
    case 'delay':
      return { kind: 'delay', ms: numberOr(fault.ms, 1000) };
    case 'refuse':
      return { kind: 'refuse', status: numberOr(fault.status, 500), applied };
    case 'answer':
      return { kind: 'answer', status: numberOr(fault.status, 200), json: fault.json ?? null };
    case 'html':
      return { kind: 'html', status: numberOr(fault.status, 200), applied };
    case 'lost':
      return { kind: 'lost', applied: fault.applied !== false };
    case 'truncated':
      return { kind: 'truncated', bytes: numberOr(fault.bytes, 20) };
    default:
      return undefined;
  }
};

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
};

/** Reads what a test asks for; `undefined` where it is not understood. */
export const readPlannedFault = (json: Json | undefined): PlannedFault | undefined => {
  if (!isJsonObject(json) || !isJsonObject(json.fault)) return undefined;
  const { method, path, times } = json;
  const fault = readFault(json.fault);
  if (!fault || typeof path !== 'string' || !isPattern(path)) return undefined;
  return {
    ...(typeof method === 'string' ? { method: method.toUpperCase() } : {}),
    path,
    times: numberOr(times, 1),
    fault,
  };
};

/** The faults still to come, oldest first. */
export interface FaultQueue {
  add(fault: PlannedFault): void;
  pending(): PlannedFault[];
  clear(): void;
  /** The fault of this request, which uses it up. */
  take(method: string, path: string): Fault | undefined;
}

export const createFaultQueue = (): FaultQueue => {
  let planned: PlannedFault[] = [];
  return {
    add: (fault) => planned.push(fault),
    pending: () => planned,
    clear: () => {
      planned = [];
    },
    take: (method, path) => {
      const next = planned.find(
        (each) => (each.method ?? method) === method && new RegExp(each.path).test(path),
      );
      if (!next) return undefined;
      next.times -= 1;
      planned = planned.filter((each) => each.times > 0);
      return next.fault;
    },
  };
};
