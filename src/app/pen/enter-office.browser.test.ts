import { deleteDB } from 'idb';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { enterTheOffice, own, refusedBy } from '../../../test/support/pen-office.ts';
import { database } from '../stores.ts';
import { enterOffice } from './enter-office.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

const SESSION = {
  ...{ sessao: 's', usuario: 'ana', nome: 'Ana', orgao: 'prefeitura', papeis: [] },
  ...{ ate: 1, conhecido: 'seen-before' },
};

it('who has entered here before shows it with the next login under that name alone', async () => {
  const shown: unknown[] = [];
  enterTheOffice(async (what, request) => {
    if (what === 'POST /entrar') shown.push((await request.json()).conhecido);
    return own(SESSION);
  });
  for (const usuario of ['ana', 'ana', 'rui']) await enterOffice(usuario, 'senha');
  expect(shown).toEqual(['', 'seen-before', '']);
});

it('a gateway that looks at no more passwords now is told as that', async () => {
  enterTheOffice(() => refusedBy('too-many-tries'));
  expect(await enterOffice('ana', 'senha')).toEqual({ ok: false, error: 'too-many-tries' });
});
