import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isJsonObject, type Json, type JsonObject } from '../../src/base/json.ts';

/** A Firefox that is driven by its own Marionette: the commands of WebDriver, over TCP. */
export interface Marionette {
  send(command: string, parameters: JsonObject): Promise<Json>;
  /** The id of the element, once there is one. */
  find(selector: string): Promise<string>;
  stop(): Promise<void>;
}

/** The key of an element's id (WebDriver §12.1). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Milliseconds. */
const LONGEST = 60_000;

/** `profile`: where Firefox keeps what it writes. */
export const startMarionette = async (firefox: string, profile: string): Promise<Marionette> => {
  await mkdir(profile, { recursive: true });
  await writeFile(join(profile, 'user.js'), PREFERENCES);
  const options = ['--headless', '--no-remote', '--marionette', '--profile', profile];
  const process = spawn(firefox, options, { stdio: 'ignore' });
  const ended = once(process, 'exit');
  const socket = connect(await portOf(profile), '127.0.0.1');
  const messages = readMessages(socket);
  await messages.next();
  let sent = 0;
  const send: Marionette['send'] = async (command, parameters) => {
    const message = JSON.stringify([0, ++sent, command, parameters]);
    socket.write(`${Buffer.byteLength(message)}:${message}`);
    const { value } = await messages.next();
    const [, , error, result] = Array.isArray(value) ? value : [];
    if (error) throw new Error(`${command}: ${JSON.stringify(error)}`);
    return isJsonObject(result) && 'value' in result ? (result.value ?? null) : (result ?? null);
  };
  await send('WebDriver:NewSession', {});
  await send('WebDriver:SetTimeouts', { implicit: LONGEST });
  return {
    send,
    find: async (value) => {
      const found = await send('WebDriver:FindElement', { using: 'css selector', value });
      return isJsonObject(found) ? String(found[ELEMENT]) : '';
    },
    stop: async () => {
      socket.destroy();
      process.kill();
      await ended;
    },
  };
};

/** Any free port, which Firefox then writes into its profile; no pages of its own. */
const PREFERENCES = [
  'user_pref("marionette.port", 0);',
  'user_pref("datareporting.policy.dataSubmissionEnabled", false);',
  'user_pref("browser.aboutwelcome.enabled", false);',
  'user_pref("browser.shell.checkDefaultBrowser", false);',
].join('\n');

const portOf = async (profile: string): Promise<number> => {
  for (const started = Date.now(); Date.now() - started < LONGEST; await setTimeout(100)) {
    const port = await readFile(join(profile, 'MarionetteActivePort'), 'utf8').catch(() => '');
    if (port) return Number(port);
  }
  throw new Error('Firefox does not start');
};

/** Messages as Marionette frames them: their bytes in decimal, a colon, JSON. */
const readMessages = async function* (socket: Socket): AsyncGenerator<Json> {
  let left = Buffer.alloc(0);
  for await (const chunk of socket) {
    left = Buffer.concat([left, chunk]);
    for (;;) {
      const colon = left.indexOf(':');
      const end = colon + 1 + Number(left.subarray(0, Math.max(colon, 0)));
      if (colon < 0 || left.length < end) break;
      const message: Json = JSON.parse(left.subarray(colon + 1, end).toString());
      left = left.subarray(end);
      yield message;
    }
  }
};
