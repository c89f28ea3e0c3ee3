import { expect, test } from 'vitest';
import { type Finding, readInputs } from './readers.ts';

test('2,000 damaged files are read without a hang, a foreign exception or more memory than they are due', async () => {
  const findings: Finding[] = [];
  await readInputs(20_261_122, 2_000, (finding) => findings.push(finding));
  expect(findings).toEqual([]);
}, 180_000);
