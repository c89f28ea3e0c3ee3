import { deleteDB } from 'idb';
import { render } from 'preact';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Draft } from '../../../app/drafts/search-drafts.ts';
import { ambiente, draftsWritten } from '../../../app/state.ts';
import { database } from '../../../app/stores.ts';
import { listed } from '../../../store/draft-records.ts';
import { useFound } from './use-found.ts';

/** Draft `n` was changed at instant `n`: the last is the newest. */
const put = (n: number) =>
  database.write(['drafts'], 'relaxed', async (transaction) => {
    const draft: Draft = {
      ...{ id: `d${n}`, ambiente: ambiente.value?.id ?? '', schemaVersion: 1, rev: 1 },
      ...{ createdAt: n, changedAt: n, spc: 'LIC', slp: 'X', mes: 1, ano: 2019 },
      ...{ layoutSha256: '', layoutSource: 'court' },
    };
    const sealed = { codec: 'plain' as const, rev: 1, record: draft };
    await transaction.objectStore('drafts').put(listed(draft, sealed), draft.id);
  });

const ALL = { wants: () => true, text: '' };

const List = () => {
  const { drafts, isOutdated, more, renew } = useFound(ALL, 50);
  return (
    <>
      <p role="status">{`${drafts.length} from ${drafts[0]?.id}`}</p>
      <button type="button" onClick={more}>
        More
      </button>
      {isOutdated && (
        <button type="button" onClick={renew}>
          Renew
        </button>
      )}
    </>
  );
};

beforeAll(async () => {
  for (let n = 1; n <= 160; n++) await put(n);
});
afterAll(async () => {
  render(null, document.body);
  await database.close();
  await deleteDB('estafeta');
});

const button = (name: string) => page.getByRole('button', { name });
const shown = () => expect.element(page.getByRole('status'));
const write = async (n: number) => {
  await put(n);
  draftsWritten.value += 1;
};

it('a list is searched anew when drafts are written; one for which more was asked, on request and as long', async () => {
  render(<List />, document.body);
  await shown().toHaveTextContent('50 from d160');
  await write(161);
  await shown().toHaveTextContent('50 from d161');
  await userEvent.click(button('More'));
  await shown().toHaveTextContent('100 from d161');
  await write(162);
  await userEvent.click(button('Renew'));
  await shown().toHaveTextContent('100 from d162');
  await expect.element(button('Renew')).not.toBeInTheDocument();
});
