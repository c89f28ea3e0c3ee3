import { useEffect, useState } from 'preact/hooks';
import { layoutName } from '../../../app/catalogue.ts';
import type { Draft } from '../../../app/drafts/search-drafts.ts';
import { type KeptLayout, type KeptVersion, keptLayouts } from '../../../app/layout-versions.ts';
import { draftsBehind } from '../../../app/refresh-layouts.ts';
import { draftsWritten, layouts } from '../../../app/state.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { hrefOf } from '../../router.ts';
import { layoutsText as text } from '../../text/layouts.ts';
import { showPeriod } from '../../text/units.ts';
import { CompareVersions } from './compare-versions.tsx';

/** What is kept, layout by layout, with the drafts that a newer version does not reach by itself. */
export const KeptLayouts = () => {
  const [behind, setBehind] = useState<readonly Draft[]>([]);
  useEffect(() => {
    let isLate = false;
    void draftsBehind().then((drafts) => {
      if (!isLate) setBehind(drafts);
    });
    return () => {
      isLate = true;
    };
  }, [layouts.value, draftsWritten.value]);
  return (
    <>
      {keptLayouts().map((layout) => (
        <OneLayout
          key={`${layout.spc} ${layout.slp}`}
          layout={layout}
          behind={behind.filter(({ spc, slp }) => spc === layout.spc && slp === layout.slp)}
        />
      ))}
    </>
  );
};

interface OneLayoutProps {
  layout: KeptLayout;
  behind: readonly Draft[];
}

const OneLayout = ({ layout, behind }: OneLayoutProps) => (
  <article class="card stack">
    <h3>{layoutName(layout)}</h3>
    <div class="table-scroll">
      <table class="table table-stacked">
        <thead>
          <tr>
            <th scope="col">{text.columns.period}</th>
            <th scope="col">{text.columns.source}</th>
            <th scope="col">{text.columns.since}</th>
            <th scope="col">{text.columns.asked}</th>
          </tr>
        </thead>
        <tbody>
          {layout.versions.map((version) => (
            <VersionRow key={`${version.ano} ${version.mes} ${version.sha256}`} version={version} />
          ))}
        </tbody>
      </table>
    </div>
    {behind.length > 0 && <DraftsBehind drafts={behind} />}
    {layout.versions.length > 1 && (
      <details>
        <summary>{text.compare}</summary>
        <CompareVersions versions={layout.versions} />
      </details>
    )}
  </article>
);

const VersionRow = ({ version }: { version: KeptVersion }) => (
  <tr>
    <td>
      {showPeriod(version)} {version.isFormer && <span class="chip">{text.former}</span>}
      <div class="mono soft" title={version.sha256}>
        {text.columns.hash} {version.sha256.slice(0, 12)}…
      </div>
    </td>
    <td>{text.sources[version.source]}</td>
    <td>{showInstant(version.fetchedAt)}</td>
    <td>{version.isFormer ? '–' : showInstant(version.askedAt)}</td>
  </tr>
);

const DraftsBehind = ({ drafts }: { drafts: readonly Draft[] }) => (
  <div>
    <p>
      <span class="chip chip-warning">{text.behind(drafts.length)}</span>
    </p>
    <ul class="plain-list">
      {drafts.map((draft) => (
        <li key={draft.id}>
          <a href={hrefOf({ screen: 'rascunhos', id: draft.id })}>{showPeriod(draft)}</a>{' '}
          <span class="soft">{text.lastChanged(showInstant(draft.changedAt))}</span>
        </li>
      ))}
    </ul>
  </div>
);
