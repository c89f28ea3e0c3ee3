// `npx tsx server/hash-password.ts`: reads a password from the standard input and prints what the configuration keeps of it.
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { hashPassword } from './gateway/pen/password.ts';

const lines = createInterface({ input: stdin });
for await (const line of lines) {
  stdout.write(`${await hashPassword(line)}\n`);
  break;
}
