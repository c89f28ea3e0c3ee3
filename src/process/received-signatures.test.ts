import { expect, it } from 'vitest';
import { fromHex, toBase64, utf8 } from '../base/bytes.ts';
import type { Json } from '../base/json.ts';
import { signaturesIn } from './received-signatures.ts';

// SHA-256 of "abc".
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

const signed = (...assinaturasDigitais: Json[]) =>
  signaturesIn(
    {
      componentesDigitais: [
        { hash: { conteudo: 'other' }, assinaturasDigitais: [{ razao: 'de outro arquivo' }] },
        { hash: { conteudo: toBase64(fromHex(ABC)) }, assinaturasDigitais },
      ],
    },
    ABC,
  );

const chain = (conteudo: Json): Json => ({ cadeiaDoCertificado: { formato: 'PKCS7', conteudo } });

it('tells a signature that can be checked from one by password and one that cannot be read', () => {
  expect(
    signed(
      { razao: 'Assinado por Ana', cadeiaDoCertificado: { conteudo: 'cDdz\nIQ==' } },
      chain('vazio'),
      chain('não é base64'),
      chain(''),
      {},
    ),
  ).toEqual([
    { razao: 'Assinado por Ana', kind: 'p7s', p7s: utf8('p7s!') },
    { kind: 'password' },
    { kind: 'unreadable' },
    { kind: 'unreadable' },
    { kind: 'unreadable' },
  ]);
});

it('finds none where the file, or the list, is none', () => {
  expect(signed()).toEqual([]);
  expect(signaturesIn({ componentesDigitais: 'x' }, ABC)).toEqual([]);
  expect(signaturesIn({}, ABC)).toEqual([]);
});
