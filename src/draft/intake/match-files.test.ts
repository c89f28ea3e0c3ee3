import { expect, it } from 'vitest';
import { matchFiles } from './match-files.ts';

const paths = [
  'LIC/a/payload.json',
  'LIC/a/Decreto.PDF',
  'LIC/a/anexos/ata.pdf',
  'LIC/b/Decreto.PDF',
  'LIC/b/parecer.pdf.p7s',
  'LIC/foto.png',
];

const pathOf = (name: string) => {
  const [{ path, several } = {}] = matchFiles(
    [{ pointer: '/x', name }],
    'LIC/a/payload.json',
    paths,
  );
  return several ? 'several' : path;
};

it.each([
  ['decreto.pdf', 'LIC/a/Decreto.PDF'],
  ['./anexos/ata.pdf', 'LIC/a/anexos/ata.pdf'],
  ['..\\b\\decreto.pdf', 'LIC/b/Decreto.PDF'],
  ['C:\\Exporta\\ata.pdf', 'LIC/a/anexos/ata.pdf'],
  ['foto.png', 'LIC/foto.png'],
  ['parecer.pdf', 'LIC/b/parecer.pdf.p7s'],
  ['outra/decreto.pdf', 'several'],
  ['nada.pdf', undefined],
])('%s from the folder of the payload: %s', (name, path) => {
  expect(pathOf(name)).toBe(path);
});
