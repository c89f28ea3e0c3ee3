/**
 * So long at most a call of PEN lives at the gateway from when the page has sent it whole (ms): then it is broken off.
 * What the page counts on before it takes a call for lost; mod-sei-pen waits as long for the platform.
 */
export const PEN_HELD_MS = 300_000;
