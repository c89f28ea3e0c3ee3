/**
 * All benchmarks: a table each, then one line that names every missed target. Exits with 0 only if all are met.
 * A benchmark that cannot run, for want of a tool, misses its targets under that tool's name. Names given as arguments
 * choose some of them.
 */
import process from 'node:process';
import { benchCrl } from './crl.ts';
import { benchDeliveries } from './deliveries.ts';
import { benchForm } from './form.ts';
import { benchOutbox } from './outbox.ts';
import type { Outcome } from './outcome.ts';
import { benchPen } from './pen.ts';
import { benchSigning } from './signing.ts';
import { benchSizes } from './sizes.ts';
import { benchValidation } from './validation.ts';

const cannotRun = (name: string, reason: unknown): Outcome => {
  const message = reason instanceof Error ? reason.message : String(reason);
  const [summary] = message.split('\n', 1);
  return { lines: [message], targets: [{ name: `${name}: ${summary}`, met: false }] };
};

const benches: Record<string, () => Promise<Outcome>> = {
  signing: benchSigning,
  crl: benchCrl,
  validation: benchValidation,
  sizes: benchSizes,
  outbox: benchOutbox,
  form: benchForm,
  deliveries: benchDeliveries,
  pen: benchPen,
};

const names = process.argv.slice(2);
const unknown = names.find((name) => !Object.hasOwn(benches, name));
if (unknown !== undefined) {
  console.error(`bench: there is no ${unknown}, only ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}

const targets = [];
for (const [name, bench] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const outcome = await bench().catch((reason) => cannotRun(name, reason));
  for (const line of outcome.lines) console.log(line);
  console.log();
  targets.push(...outcome.targets);
}

const missed = targets.filter(({ met }) => !met).map(({ name }) => name);
const list = missed.length > 0 ? `: ${missed.join('; ')}` : '';
console.log(`bench: ${targets.length} targets, ${missed.length} missed${list}`);
process.exit(missed.length === 0 ? 0 : 1);
