import { expect, test } from 'vitest';
import type { Attachment, PdfAClaim } from '../../app/form.ts';
import { err, ok } from '../../base/result.ts';
import { pdfaSentence } from './pdfa.ts';

const chosen = { sha256: '', size: 1, name: 'edital.pdf', kind: 'pdf' } as const;
const told = (pdfa?: Attachment['pdfa']) => pdfaSentence({ chosen, ...(pdfa && { pdfa }) });
const claim = (some: Partial<PdfAClaim>) => told(ok({ contradictions: [], fonts: [], ...some }));

test('a claim is told as a claim, and that nothing spoke against it as no validation', () => {
  expect(claim({ claims: { part: 1, level: 'b' } })).toBe(
    'Diz ser PDF/A-1b. Não encontramos nada que contradiga isso (não é uma validação completa).',
  );
  expect(claim({ claims: { part: 4 } })).toMatch(/^Diz ser PDF\/A-4\./);
});

test('what contradicts it is named, missing fonts by their names', () => {
  const contradictions: PdfAClaim['contradictions'] = ['fonts-not-embedded', 'javascript'];
  expect(claim({ claims: { part: 2, level: 'b' }, contradictions, fonts: ['Arial', 'X'] })).toBe(
    'Diz ser PDF/A-2b, mas: fontes não incorporadas (Arial, X); tem programas (JavaScript).',
  );
});

test('a file that claims nothing, or cannot be read, or is no PDF, is told so', () => {
  expect(claim({})).toBe('Não diz ser PDF/A.');
  expect(told(err('pdf-encrypted'))).toMatch(/protegido por senha/);
  expect(told()).toMatch(/não foi conferido/);
  expect(pdfaSentence({ chosen: { ...chosen, kind: 'png' } })).toMatch(/imagem/);
});
