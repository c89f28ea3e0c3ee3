import { layouts } from './state.ts';
import { stores } from './stores.ts';

/** Reads the layouts that are kept again; apart from how they are asked for, which the first screen does not wait for. */
export const loadLayouts = async (): Promise<void> => {
  layouts.value = await stores.layouts.list();
};
