import { expect, it } from 'vitest';
import { masked, nupVerdict } from './nup.ts';

it.each([
  '75757.000006/2018-71',
  '44442.000007/2018-35',
  '02019.003483/2018-68',
  '02047.000449/2015-51',
  '14022.174193/2022-12',
  '60041.001093/2020-97',
  '12345.123456/2024-19',
  '99999.000001/2026-73',
  '00001.000001/2025-19',
])('takes the check digits of %s for right, as its body gave them', (nup) => {
  expect(nupVerdict(nup)).toBe('right');
  expect(masked(nup.replace(/\D/g, ''))).toBe(nup);
  expect(masked(nup.replace(/\D/g, '').slice(0, 15))).toBe(nup);
});

it.each(['13990.811212/2020-00', '12345.123456/2024-91'])('sees wrong digits in %s', (nup) => {
  expect(nupVerdict(nup)).toBe('wrong-digits');
});

it.each(['2026/001', '0012345-12345678/2015-10', 'PA 12/26', ''])(
  'says nothing of another numbering, and leaves it as written: "%s"',
  (protocolo) => {
    expect(nupVerdict(protocolo)).toBe('other');
    expect(masked(protocolo)).toBe(protocolo);
  },
);
