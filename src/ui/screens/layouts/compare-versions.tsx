import { useEffect, useState } from 'preact/hooks';
import {
  compareVersions,
  type KeptVersion,
  type VersionDifference,
} from '../../../app/layout-versions.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { Field } from '../../parts/field.tsx';
import { layoutsText as text } from '../../text/layouts.ts';
import { showPeriod } from '../../text/units.ts';
import { ChangeList } from './change-list.tsx';

interface CompareVersionsProps {
  /** Of one layout, at least two; the newest first. */
  versions: readonly KeptVersion[];
}

/** Two versions to choose, and what changed from the one to the other. */
export const CompareVersions = ({ versions }: CompareVersionsProps) => {
  const [fromIndex, setFrom] = useState(1);
  const [toIndex, setTo] = useState(0);
  const [from, to] = [versions[fromIndex], versions[toIndex]];
  const [difference, setDifference] = useState<VersionDifference | 'gone'>();
  useEffect(() => {
    if (!from || !to) return;
    let isLate = false;
    setDifference(undefined);
    void compareVersions(from, to).then((found) => {
      if (!isLate) setDifference(found ?? 'gone');
    });
    return () => {
      isLate = true;
    };
  }, [from?.sha256, to?.sha256]);
  return (
    <div class="stack">
      <VersionField
        label={text.compareFrom}
        index={fromIndex}
        {...{ versions }}
        onChoose={setFrom}
      />
      <VersionField label={text.compareTo} index={toIndex} {...{ versions }} onChoose={setTo} />
      {!difference && <p role="status">{text.comparing}</p>}
      {difference === 'gone' && <p>{text.versionGone}</p>}
      {difference && difference !== 'gone' && <ChangeList {...difference} />}
    </div>
  );
};

interface VersionFieldProps extends CompareVersionsProps {
  label: string;
  index: number;
  onChoose(index: number): void;
}

const VersionField = ({ label, versions, index, onChoose }: VersionFieldProps) => {
  const layout = versions[0];
  return (
    <Field id={`${label}-${layout?.spc}-${layout?.slp}`} label={label}>
      {(control) => (
        <select
          {...control}
          class="input"
          value={index}
          onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
        >
          {versions.map((version, each) => (
            <option key={`${version.ano} ${version.mes} ${version.sha256}`} value={each}>
              {text.version(
                showPeriod(version),
                showInstant(version.fetchedAt),
                version.sha256.slice(0, 8),
              )}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};
