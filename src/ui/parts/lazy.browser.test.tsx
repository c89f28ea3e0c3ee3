import { render } from 'preact';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { lazy } from './lazy.tsx';

it('tells in its place that a part could not be loaded, and how to go on', async () => {
  const Part = lazy(() => Promise.reject(new TypeError('Failed to fetch')));
  render(<Part />, document.body);
  await expect.element(page.getByText('não pôde ser carregada')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Recarregar' })).toBeVisible();
  render(null, document.body);
});
