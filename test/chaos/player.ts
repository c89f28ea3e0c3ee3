import { parentPort, workerData } from 'node:worker_threads';
import { playHistory } from './history.ts';
import { playPenHistory } from './pen/history.ts';
import type { Played, Share } from './players.ts';

// One thread: plays its share of the histories and tells of each that went wrong, and from time to time how far it is.

const { world, seed, first, step, runs, stopAtFirst } = workerData as Share;
const play = world === 'pen' ? playPenHistory : playHistory;
const EVERY = 100;

let played: Played = { runs: 0, tally: {}, failed: [] };
const tell = () => {
  parentPort?.postMessage(played);
  played = { runs: 0, tally: {}, failed: [] };
};

let isStopped = false;
parentPort?.once('message', () => {
  isStopped = true;
});
// Waiting for that word keeps no thread alive.
parentPort?.unref();

for (let n = first; n < runs && !isStopped; n += step) {
  const breaches = await play(seed + n, played.tally);
  played.runs++;
  if (breaches.length > 0) played.failed.push({ seed: seed + n, breaches });
  if (played.runs === EVERY || breaches.length > 0) tell();
  // What is held weakly is let go between two turns of the event loop only, and a history never leaves its turn.
  if (played.runs === 0) await new Promise(setImmediate);
  if (stopAtFirst && breaches.length > 0) break;
}
tell();
