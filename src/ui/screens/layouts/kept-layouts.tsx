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
    <ul class="plain-list">
      {layout.versions.map((version) => (
        <li key={`${version.ano} ${version.mes} ${version.sha256}`}>
          <Version version={version} />
        </li>
      ))}
    </ul>
    {behind.length > 0 && <DraftsBehind drafts={behind} />}
    {layout.versions.length > 1 && (
      <details>
        <summary>{text.compare}</summary>
        <CompareVersions versions={layout.versions} />
      </details>
    )}
  </article>
);

const Version = ({ version }: { version: KeptVersion }) => {
  const { source, fetchedAt, askedAt, isFormer, sha256 } = version;
  return (
    <>
      <strong>{showPeriod(version)}</strong>{' '}
      <span class="chip">{isFormer ? text.former : text.sources[source]}</span>
      <div class="small">
        {text.since(showInstant(fetchedAt))}
        {source === 'court' && !isFormer && ` ${text.asked(showInstant(askedAt))}`}
      </div>
      <div class="mono soft" title={sha256}>
        {text.hash} {sha256.slice(0, 12)}…
      </div>
    </>
  );
};

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
