import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from './button.tsx';
import { Sheet } from './sheet.tsx';

let closed = 0;

/** A question of two steps, whose first takes its button with it. */
const Asking = () => {
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  const close = () => {
    closed++;
    setOpen(false);
  };
  const actions = isDone ? (
    <Button onClick={close}>Fechar</Button>
  ) : (
    <p>
      <Button onClick={() => setDone(true)}>Importar</Button>
    </p>
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>Abrir</Button>
      {isOpen && (
        <Sheet title="Importar planilha" onClose={close} actions={actions}>
          {isDone ? 'Importada.' : 'Confira.'}
        </Sheet>
      )}
    </>
  );
};

const button = (name: string) => page.getByRole('button', { name });

beforeEach(async () => {
  closed = 0;
  render(<Asking />, document.body);
  await userEvent.click(button('Abrir'));
});
afterEach(() => render(null, document.body));

it('begins at what can be answered, not at its title', async () => {
  await expect.element(button('Importar')).toHaveFocus();
});

it('a step that takes away what had the focus gives it to the title', async () => {
  await userEvent.click(button('Importar'));
  await expect.element(page.getByRole('heading', { name: 'Importar planilha' })).toHaveFocus();
});

it('closed by a button or by Escape, it tells so once, and the focus is where it was before', async () => {
  await userEvent.click(button('Importar'));
  await userEvent.click(button('Fechar'));
  await expect.element(button('Abrir')).toHaveFocus();
  expect(closed).toBe(1);
  await userEvent.click(button('Abrir'));
  await expect.element(button('Fechar')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(button('Abrir')).toHaveFocus();
  expect(closed).toBe(2);
});
