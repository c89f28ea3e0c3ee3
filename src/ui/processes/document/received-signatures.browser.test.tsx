import { deleteDB } from 'idb';
import { render } from 'preact';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Component } from '../../../app/processes/types.ts';
import { ambiente, ambientesFromGateway } from '../../../app/state.ts';
import { database, stores } from '../../../app/stores.ts';
import { fromHex, toBase64 } from '../../../base/bytes.ts';
import { ReceivedSignatures } from './received-signatures.tsx';

const SIGNED = new URL('../../../../test/fixtures/icp/content.txt', import.meta.url);
const P7S = new URL('../../../../test/fixtures/icp/cms/detached.p7s', import.meta.url);
const ROOT = new URL('../../../../test/fixtures/icp/certs/raiz.der', import.meta.url);
const bytesOf = async (url: URL) => new Uint8Array(await (await fetch(url)).arrayBuffer());

beforeAll(async () => {
  // As under a gateway, whose workers carry their own policy: there is no service worker to wait for.
  ambientesFromGateway.value = true;
  const root = toBase64(await bytesOf(ROOT));
  ambiente.value = {
    ...({ id: 'testes', tipo: 'testes', nome: 'testes', hosts: { recepcao: '' } } as const),
    anchors: [`-----BEGIN CERTIFICATE-----\n${root}\n-----END CERTIFICATE-----\n`],
  };
});

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
});

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

/** Shows a file that came with this content and one signature over the fixture's content, and one by password. */
const show = async (content: Blob) => {
  const kept = await stores.files.put(content);
  const sha256 = kept.ok ? kept.value : '';
  const component: Component = {
    ...{ ordem: 1, nome: 'oficio.txt', sha256, size: content.size, mimeType: 'text/plain' },
    signatures: [],
  };
  const cadeiaDoCertificado = { formato: 'PKCS7', conteudo: toBase64(await bytesOf(P7S)) };
  const wire = {
    componentesDigitais: [
      {
        hash: { conteudo: toBase64(fromHex(sha256)) },
        assinaturasDigitais: [
          { razao: 'Assinado por Maria', cadeiaDoCertificado },
          { razao: 'Assinado por João', cadeiaDoCertificado: { conteudo: 'vazio' } },
        ],
      },
    ],
  };
  const app = document.querySelector('#app');
  if (app) render(<ReceivedSignatures component={component} wire={wire} />, app);
};

const examined = () => page.elementLocator(document.body).getByText('Assinatura de');

it('who signed a file that came is named with what was found of the signature; a password is not called checked', async () => {
  await show(new Blob([await bytesOf(SIGNED)]));
  await expect.element(examined()).toHaveTextContent('JOÃO DA CONCEIÇÃO');
  expect(document.querySelector('[data-verdict="invalid"]')).toBeNull();
  await expect.element(page.getByText('não há como conferir')).toBeVisible();
  await expect.element(page.getByText('“Assinado por João”')).toBeVisible();
  expect(document.querySelectorAll('[data-verdict]')).toHaveLength(1);
});

it('a signature over another content is told as not valid', async () => {
  await show(new Blob(['outro conteúdo']));
  await expect.element(page.getByText('Inválida')).toBeVisible();
  await expect.element(page.getByText('foi mudado depois de assinado')).toBeVisible();
});
