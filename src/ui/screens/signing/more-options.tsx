import { useEffect, useState } from 'preact/hooks';
import { readPages } from '../../../app/signing/verifying-client.ts';
import { ambiente } from '../../../app/state.ts';
import type { PageSize, StampPlace } from '../../signing/stamp-place.ts';
import { StampPlacer } from '../../signing/stamp-placer.tsx';
import { type LevelChoice, SIGN_LEVELS, signSheetText as text } from '../../text/assinar.ts';

export interface Options {
  level: LevelChoice;
  isTimestamped: boolean;
  /** Where the signature is seen. */
  stamp: StampPlace | undefined;
}

export const USUAL: Options = { level: 'usual', isTimestamped: false, stamp: undefined };

interface MoreOptionsProps {
  options: Options;
  onOptions: (options: Options) => void;
  /** The one PDF that is signed inside: a stamp has its place on the pages of one document. */
  pdf: Blob | undefined;
}

/** Seldom changed, and therefore folded. */
export const MoreOptions = ({ options, onOptions, pdf }: MoreOptionsProps) => (
  <details>
    <summary>{text.more}</summary>
    <div class="stack">
      <fieldset class="radio-list">
        <legend class="field-label">{text.level}</legend>
        {(['usual', 'AD-RB', 'BES'] as const).map((level) => (
          <label key={level}>
            <input
              type="radio"
              name="level"
              checked={options.level === level}
              onChange={() => onOptions({ ...options, level })}
            />{' '}
            {SIGN_LEVELS[level]}
          </label>
        ))}
      </fieldset>
      {ambiente.value?.timestampAuthority !== undefined && (
        <p>
          <label>
            <input
              type="checkbox"
              checked={options.isTimestamped}
              onChange={({ currentTarget }) =>
                onOptions({ ...options, isTimestamped: currentTarget.checked })
              }
            />{' '}
            {text.timestamp}
          </label>
        </p>
      )}
      {pdf && (
        <ChooseStamp
          pdf={pdf}
          stamp={options.stamp}
          onStamp={(stamp) => onOptions({ ...options, stamp })}
        />
      )}
    </div>
  </details>
);

interface ChooseStampProps {
  pdf: Blob;
  stamp: StampPlace | undefined;
  onStamp: (stamp: StampPlace | undefined) => void;
}

const ChooseStamp = ({ pdf, stamp, onStamp }: ChooseStampProps) => {
  const [pages, setPages] = useState<PageSize[]>();
  useEffect(() => {
    let current = true;
    // A document that cannot be read says why once it is signed.
    const take = (read: Awaited<ReturnType<typeof readPages>>) =>
      current && setPages(read.ok ? read.value : []);
    readPages(pdf).then(take, () => undefined);
    return () => {
      current = false;
    };
  }, [pdf]);
  if (!pages || pages.length === 0) return null;
  return <StampPlacer pages={pages} value={stamp} onChange={onStamp} />;
};
