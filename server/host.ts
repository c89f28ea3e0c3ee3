import process from 'node:process';
import { newId } from '../src/base/ids.ts';
import { readDist } from './dist.ts';
import { LOOPBACK, type Runtime } from './listen.ts';
import { routes } from './routes.ts';
import { CannotStart, readSettings, type Settings } from './settings.ts';
import { penAddress, startTraining, type Training } from './training.ts';

/** How long answers under way may take after a signal to stop. */
const GRACE_MS = 3_000;

/** `ports`: what is opened, by the environment variable that chooses it. */
const orOccupied = async <T>(opening: Promise<T>, ports: Record<string, number>): Promise<T> => {
  try {
    return await opening;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    const taken = 'port' in error ? error.port : undefined;
    const all = Object.entries(ports);
    const [name, port] = all.find((each) => each[1] === taken) ?? all[0] ?? [];
    throw new CannotStart(
      `A porta ${port} está ocupada por outro programa. Feche-o ou escolha outra com ${name}=<porta>.`,
    );
  }
};

const announce = async (
  { dataDir, operator }: Settings,
  training: Training | undefined,
  secret: string | undefined,
  port: number,
): Promise<void> => {
  if (training) {
    console.info(`Simulador do TCMGO ligado, com os dados em ${dataDir}`);
    console.info(`Passaporte do simulador em https://localhost:${training.passaporte.port}`);
    console.info(`Barramento do simulador em ${penAddress(training)}`);
  } else {
    console.info('Simulador do TCMGO desligado');
  }
  if (training && secret) console.info(`Porta de testes aberta, segredo ${secret}`);
  for (const { nome, tipo } of operator.ambientes) console.info(`Ambiente de ${tipo}: ${nome}`);
  if (!(await readDist('/index.html'))) {
    console.warn('O aplicativo não será servido: falta a pasta dist/. Rode `npm run build`.');
  }
  console.info(`Abra http://${LOOPBACK}:${port}`);
};

const start = async (runtime: Runtime): Promise<() => Promise<void>> => {
  const settings = await readSettings(process.env);
  const { port, passaportePort, penPort, sandbox, operator } = settings;
  const secret = settings.testDoor ? newId() : undefined;
  const training = sandbox
    ? await orOccupied(startTraining({ ...settings, secret }, runtime), {
        PASSAPORTE_PORT: passaportePort,
        PEN_PORT: penPort,
      })
    : undefined;
  const serving = runtime.serve(port, (bound) => routes(operator, training, bound));
  const main = await orOccupied(serving, { PORT: port });
  await announce(settings, training, secret, main.port);
  return async () => {
    await Promise.all([main.close(), training?.passaporte.close(), training?.pen.close()]);
    await training?.sandbox.close();
  };
};

const stopOnSignal = (stop: () => Promise<void>): void => {
  const once = async () => {
    setTimeout(() => process.exit(0), GRACE_MS);
    await stop();
    process.exit(0);
  };
  process.once('SIGTERM', once);
  process.once('SIGINT', once);
};

/** Starts gateway and sandbox as the environment says, and stops them on SIGTERM or SIGINT. */
export const run = async (runtime: Runtime): Promise<void> => {
  try {
    stopOnSignal(await start(runtime));
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    console.error(error.message);
    process.exit(1);
  }
};
