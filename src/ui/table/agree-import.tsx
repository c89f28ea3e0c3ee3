import { useId, useMemo, useState } from 'preact/hooks';
import type { ImportMode } from '../../app/table/rows-edit.ts';
import type { ImportChoice, RecognisedTable, TableTarget } from '../../app/table/types.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { tableText as text } from '../text/tabela.ts';
import { HowRead } from './how-read.tsx';
import { type Chosen, columnName, MatchList } from './match-list.tsx';
import { PreviewLines } from './preview-lines.tsx';
import type { ReadTable } from './use-table-import.ts';

interface AgreeImportProps {
  table: ReadTable;
  targets: readonly TableTarget[];
  /** Rows that there are already. */
  existing: number;
  busy: boolean;
  onChoose: (choice: ImportChoice) => void;
  onBack: () => void;
  onClose: () => void;
  onImport: (chosen: Chosen, mode: ImportMode) => void;
}

const found = ({ columns }: RecognisedTable): Chosen =>
  new Map(
    columns.flatMap(({ index, match }): [number, string][] => {
      if (match.target !== undefined) return [[index, match.target]];
      return match.by === 'remembered' ? [[index, '']] : [];
    }),
  );

/** What was recognised, where each column goes, how the first lines are read; then the import. */
export const AgreeImport = ({
  table,
  targets,
  existing,
  busy,
  onChoose,
  onBack,
  onClose,
  onImport,
}: AgreeImportProps) => {
  const { recognised, reader, name } = table;
  const [chosen, setChosen] = useState(() => found(recognised));
  const [mode, setMode] = useState<ImportMode>('append');
  const taken = useMemo(
    () => [...chosen].flatMap(([index, target]) => (target === '' ? [] : [{ index, target }])),
    [chosen],
  );
  const twice = taken.find(
    ({ target }, at) => taken.findIndex((each) => each.target === target) < at,
  );
  const leftOut = recognised.columns.filter(({ index }) => !chosen.get(index)).map(columnName);
  return (
    <div class="stack">
      <HowRead name={name} recognised={recognised} onChoose={onChoose} />
      <section class="stack" aria-labelledby="planilha-colunas">
        <h3 id="planilha-colunas">{text.columns}</h3>
        <MatchList
          columns={recognised.columns}
          targets={targets}
          chosen={chosen}
          onChange={(index, target) => setChosen(new Map(chosen).set(index, target))}
        />
      </section>
      <PreviewLines reader={reader} chosen={taken} columns={recognised.columns} targets={targets} />
      {existing > 0 && <Mode existing={existing} mode={mode} onChange={setMode} />}
      {leftOut.length > 0 && <Notice tone="info">{text.leftOut(leftOut)}</Notice>}
      {twice && (
        <Notice tone="danger">
          {text.twice(targets.find(({ key }) => key === twice.target)?.label ?? twice.target)}
        </Notice>
      )}
      {taken.length === 0 && <Notice tone="warning">{text.nothingChosen}</Notice>}
      <div class="sheet-actions">
        <Button look="quiet" onClick={onClose}>
          {text.cancel}
        </Button>
        <Button onClick={onBack}>{text.otherFile}</Button>
        <Button
          look="primary"
          disabled={busy || taken.length === 0 || twice !== undefined}
          onClick={() => onImport(chosen, mode)}
        >
          {busy ? text.importing : text.import}
        </Button>
      </div>
    </div>
  );
};

interface ModeProps {
  existing: number;
  mode: ImportMode;
  onChange: (mode: ImportMode) => void;
}

const Mode = ({ existing, mode, onChange }: ModeProps) => {
  const name = useId();
  return (
    <fieldset class="radio-list import-mode">
      <legend class="field-label">{text.mode}</legend>
      {(['append', 'replace'] as const).map((each) => (
        <label key={each} class="radio">
          <input type="radio" name={name} checked={mode === each} onChange={() => onChange(each)} />
          {text[each](existing)}
        </label>
      ))}
    </fieldset>
  );
};
