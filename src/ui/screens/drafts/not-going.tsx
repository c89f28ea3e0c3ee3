import { layoutName } from '../../../app/catalogue.ts';
import type { Draft } from '../../../app/drafts/search-drafts.ts';
import { hrefOf } from '../../router.ts';
import { showPeriod } from '../../text/units.ts';

/** A draft that does not go on the queue, and why, in sentences. */
export interface NotGoing {
  draft: Draft;
  why: readonly string[];
}

/** Those of several drafts that do not go on the queue, each with the way to it. */
export const NotGoingList = ({ drafts }: { drafts: readonly NotGoing[] }) => (
  <ul class="plain-list">
    {drafts.map(({ draft, why }) => (
      <li key={draft.id}>
        <a href={hrefOf({ screen: 'rascunhos', id: draft.id })}>
          {layoutName(draft)}, {showPeriod(draft)}
        </a>
        {why.map((sentence) => (
          <p key={sentence} class="small">
            {sentence}
          </p>
        ))}
      </li>
    ))}
  </ul>
);
