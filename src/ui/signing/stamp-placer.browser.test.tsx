import axe from 'axe-core';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../styles/form.css';
import '../styles/parts.css';
import '../styles/stamp.css';
import '../styles/tokens.css';
import { cornerOf, type PageSize, type StampPlace, toMillimetres } from './stamp-place.ts';
import { StampPlacer } from './stamp-placer.tsx';

const a4: PageSize = { width: 595, height: 842 };
const lying: PageSize = { width: 842, height: 595 };

/** What the placer told last. */
let place: StampPlace | undefined;

const open = (pages: PageSize[]) => {
  place = undefined;
  const Screen = () => {
    const [value, setValue] = useState<StampPlace>();
    return (
      <div class="layout-form">
        <StampPlacer
          pages={pages}
          value={value}
          onChange={(chosen) => {
            place = chosen;
            setValue(chosen);
          }}
        />
      </div>
    );
  };
  render(<Screen />, document.body);
};

const choice = (label: string) => page.getByRole('radio', { name: label, exact: true });
const stamp = () => page.getByRole('button', { name: 'Quadro da assinatura' });
const cornerNow = () => place && cornerOf(place.box, place.page === 2 ? lying : a4);
const millimetres = () => place?.box.slice(0, 2).map(toMillimetres);

afterEach(() => {
  render(null, document.body);
});

it('no stamp is wanted unless the person says so', async () => {
  open([a4, a4, lying]);
  await expect.element(choice('Não mostrar')).toBeChecked();
  expect(stamp().query()).toBeNull();
  await choice('Na primeira página').click();
  expect(place?.page).toBe(0);
  expect(cornerNow()).toBe('bottom-right');
  await choice('Não mostrar').click();
  expect(place).toBeUndefined();
  expect(stamp().query()).toBeNull();
});

it('the last page, or one by its number, keeps the corner that was chosen', async () => {
  open([a4, a4, lying]);
  await choice('Na primeira página').click();
  await choice('Canto superior esquerdo').click();
  await choice('Na última página').click();
  expect(place?.page).toBe(2);
  expect(cornerNow()).toBe('top-left');
  await choice('Em outra página').click();
  expect(place?.page).toBe(1);
  const number = page.getByLabelText('Número da página, de 1 a 3');
  await userEvent.fill(number, '4');
  await expect.element(number).toHaveAttribute('aria-invalid', 'true');
  expect(place?.page).toBe(1);
  await userEvent.fill(number, '3');
  expect(place?.page).toBe(2);
});

it('a document of one page asks for no page', async () => {
  open([a4]);
  await choice('Mostrar').click();
  expect(place?.page).toBe(0);
  expect(choice('Na última página').query()).toBeNull();
});

it('arrow keys move the stamp and tell where it stands', async () => {
  open([a4]);
  await choice('Mostrar').click();
  await choice('Canto inferior esquerdo').click();
  stamp().element().focus();
  await userEvent.keyboard('{ArrowRight}{ArrowUp}{ArrowUp}');
  expect(millimetres()).toEqual([12, 14]);
  await expect.element(choice('Outro lugar')).toBeChecked();
  await expect
    .element(stamp())
    .toHaveAccessibleDescription('A 12 mm da borda esquerda e 14 mm da borda de baixo.');
  await userEvent.keyboard('{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}{ArrowDown}');
  expect(millimetres()).toEqual([0, 12]);
});

it('the stamp goes where the pointer drags it', async () => {
  open([a4]);
  await choice('Mostrar').click();
  const drawnPage = stamp().element().parentElement;
  if (!drawnPage) throw new Error('no page');
  await userEvent.dragAndDrop(stamp(), page.elementLocator(drawnPage));
  const [x = 0, y = 0, width = 0, height = 0] = place?.box ?? [];
  expect(Math.abs(x + width / 2 - a4.width / 2)).toBeLessThan(5);
  expect(Math.abs(y + height / 2 - a4.height / 2)).toBeLessThan(5);
  await userEvent.hover(choice('Canto superior direito'));
  expect(place?.box[0]).toBe(x);
});

it('the page is drawn in its proportions', async () => {
  open([a4, lying]);
  await choice('Na última página').click();
  const area = stamp().element().parentElement?.getBoundingClientRect();
  expect((area?.width ?? 0) / (area?.height ?? 1)).toBeCloseTo(842 / 595, 1);
});

it('has nothing that axe objects to, and scrolls to no side on a phone', async () => {
  await page.viewport(390, 800);
  open([a4, a4, lying]);
  await choice('Em outra página').click();
  await choice('Canto superior direito').click();
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
  });
  expect(violations).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
