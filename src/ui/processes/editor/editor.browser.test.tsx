import { render } from 'preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Editor } from './editor.tsx';

let written: string[] = [];
let tellNow: (() => void) | undefined;
const textbox = page.getByRole('textbox', { name: 'Texto' });
const button = (name: string) => page.getByRole('button', { name, exact: true });

beforeEach(async () => {
  written = [];
  render(
    <Editor
      label="Texto"
      body="<p>antes</p>"
      onWritten={(body) => written.push(body)}
      beforeFlush={(tell) => {
        tellNow = tell;
        return () => {
          tellNow = undefined;
        };
      }}
    />,
    document.body,
  );
  await userEvent.click(textbox);
  await userEvent.keyboard('{End}');
});
afterEach(() => render(null, document.body));

const pastes = (type: string, data: string) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData(type, data);
  document
    .querySelector('[contenteditable]')
    ?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
};

it('tells what was written at a pause, in the words of a written document', async () => {
  await userEvent.keyboard('{Enter}depois ');
  await userEvent.keyboard('{Control>}b{/Control}forte{Enter}');
  await expect
    .poll(() => written.at(-1))
    .toBe('<p>antes</p>\n<p>depois <strong>forte</strong></p>\n<p><br></p>');
});

it('a format is set by its button, shown as pressed, and undone', async () => {
  await userEvent.click(button('Título'));
  await expect.element(button('Título')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => written.at(-1)).toBe('<h1>antes</h1>');
  await userEvent.click(button('Desfazer'));
  await expect.poll(() => written.at(-1)).toBe('<p>antes</p>');
});

it('a paste is cleaned before it is in the page, and can be undone', async () => {
  pastes(
    'text/html',
    '<p style="color:red">colado <b>a</b></p><script>alert(1)</script><ul><li>x</li></ul>',
  );
  await expect
    .poll(() => written.at(-1))
    .toMatch(/colado <strong>a<\/strong><\/p>\n<ul>\n<li>x<\/li>\n<\/ul>/);
  expect(document.querySelector('[contenteditable] script')).toBeNull();
  await userEvent.click(button('Desfazer'));
  await expect.poll(() => written.at(-1)).toBe('<p>antes</p>');
});

it('who must have what was written before the pause asks for it', async () => {
  await userEvent.keyboard('!');
  tellNow?.();
  expect(written).toEqual(['<p>antes!</p>']);
});

it('what was written last is told when the editor goes away', async () => {
  await userEvent.keyboard('!');
  render(null, document.body);
  expect(written).toEqual(['<p>antes!</p>']);
  await expect.poll(() => tellNow).toBeUndefined();
});
