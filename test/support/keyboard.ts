import type { Page } from 'playwright';
import { isJsonObject, type Json } from '../../src/base/json.ts';
import { pointerTo, valueAt } from '../../src/base/json-pointer.ts';
import { showText } from '../../src/layout/field-text.ts';
import { rowShapeOf } from '../../src/layout/row-shape.ts';
import type { LayoutField, ObjectField } from '../../src/layout/types.ts';
import { fieldAtTokens } from '../../src/layout/walk.ts';

/** What has the focus. */
interface Focus {
  id: string;
  /** Tokens of the pointer to its value; of a cell: to the array that the table shows. */
  tokens: string[] | undefined;
  /** `radio`, `file`, `text`, `select`, `button` …; `td` of a cell of a table. */
  kind: string;
  /** What is written on it. */
  text: string;
  /** Of a cell: indexes of its row and, behind the row's number, its column. */
  row: number;
  column: number;
}

/** More than any screen of the app has places for the focus. */
const MOST_TABS = 600;

const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const place = element.matches('td') ? element.closest('fieldset') : element;
    const id = /^campo-(.*?)(-nao)?$/.exec(place?.id ?? '')?.[1];
    const row = element.closest('[aria-rowindex]')?.getAttribute('aria-rowindex');
    return {
      id: element.id,
      tokens: id?.split('.').map(decodeURIComponent),
      kind: element instanceof HTMLInputElement ? element.type : element.localName,
      text: element.textContent?.trim() ?? '',
      row: Number(row) - 2,
      column: Number(element.getAttribute('aria-colindex')) - 2,
    };
  });

/** A person who has no mouse. */
export const keyboardAt = (page: Page) => {
  const { keyboard } = page;
  // Choosers are caught only while somebody listens; one that opens before the catching begins is never told of.
  page.on('filechooser', () => {});

  const tabTo = async (wanted: (focus: Focus) => boolean): Promise<Focus> => {
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      await keyboard.press('Tab');
      const focus = await focusOf(page);
      if (wanted(focus)) return focus;
    }
    throw new Error('the Tab key does not lead there');
  };

  const isButton = (name: string) => (focus: Focus) =>
    ['button', 'a'].includes(focus.kind) && focus.text === name;

  /** States a value where the focus is. */
  const states = async (kind: string, field: LayoutField, value: Json, file: string) => {
    if (kind === 'file') {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        keyboard.press('Enter'),
      ]);
      const attached = page.getByText('ainda não assinado');
      const before = await attached.count();
      await chooser.setFiles(file);
      await attached.nth(before).waitFor();
    } else if (kind === 'radio') await keyboard.press(value ? 'Space' : 'ArrowRight');
    else if (field.kind === 'boolean') await keyboard.press(value ? 's' : 'n');
    // The slashes of a date come by themselves.
    else if (field.kind === 'date') await keyboard.type(showText(field, value).replaceAll('/', ''));
    // A code, too, is found by its number.
    else await keyboard.type(showText(field, value));
  };

  return {
    keyboard,

    /** Moves the focus on to a button or link, and presses it. */
    presses: async (name: string) => {
      await page.locator('button:enabled, a', { hasText: name }).last().waitFor();
      await tabTo(isButton(name));
      await keyboard.press('Enter');
    },

    /** Moves the focus on to the next table. */
    tabsToCell: () => tabTo(({ kind }) => kind === 'td'),

    tabsToSearch: () => tabTo(({ kind }) => kind === 'search'),

    tabsToId: (id: string) => tabTo((focus) => focus.id === id),

    /**
     * Goes through the form from field to field, as Tab leads, up to a button, and states whatever the document has there;
     * `file`: the path of any file that is asked for. Gives the button's focus.
     */
    fillsInUpTo: async (button: string, form: ObjectField, document: Json, file: string) => {
      await tabTo((focus) => focus.tokens !== undefined);
      for (let tabs = 0; tabs < MOST_TABS; tabs++) {
        const focus = await focusOf(page);
        if (isButton(button)(focus)) return;
        const target = targetOf(form, focus);
        const value = target && valueAt(document, pointerTo('', ...target.tokens));
        if (target && value !== undefined) await states(focus.kind, target.field, value, file);
        await keyboard.press('Tab');
      }
      throw new Error(`the Tab key does not lead to ${button}`);
    },
  };
};

/** The field that the focus is for, and the tokens of the pointer to its value. */
const targetOf = (
  form: ObjectField,
  { tokens, kind, row, column }: Focus,
): { tokens: string[]; field: LayoutField } | undefined => {
  const field = tokens && fieldAtTokens(form, tokens);
  if (!tokens || !field) return undefined;
  if (kind !== 'td') return { tokens, field };
  const cell = field.kind === 'array' ? rowShapeOf(field.items).columns[column] : undefined;
  return cell && { tokens: [...tokens, String(row), ...cell.path], field: cell.field };
};

/** A document in which the id of every file is the same: the court gives them anew. */
export const withoutFileIds = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(withoutFileIds);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === 'idDocumentoPDF' ? '' : withoutFileIds(member),
    ]),
  );
};
