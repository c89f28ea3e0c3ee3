// Adds up what the suites counted; a suite that left no count has failed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
let passed = 0;
let failed = 0;

const read = (name) => {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    return '';
  }
};

const add = (suite, counts) => {
  if (!counts) console.error(`${suite}: no result`);
  passed += counts?.passed ?? 0;
  failed += counts?.failed ?? 1;
};

const closingLine = (text) => {
  const line = text.match(/^(\d+) passed, (\d+) failed$/m);
  return line && { passed: Number(line[1]), failed: Number(line[2]) };
};

const vitest = read('vitest.json');
const report = vitest && JSON.parse(vitest);
add('npm test', report && { passed: report.numPassedTests, failed: report.numFailedTests });
// Types, lint, arrows, or a test file that did not load fail the command without a failed test.
const status = Number(read('test.status') || 1);
add('npm test as a whole', status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
add('check:deno', closingLine(read('deno.log')));
add('verify:external', closingLine(read('external.log')));

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
