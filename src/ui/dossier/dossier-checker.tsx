import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { DossierFault, DossierReport, Watch } from '../../app/dossier/types.ts';
import type { Result } from '../../base/result.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { DOSSIER_FAULTS, dossierText as text } from '../text/dossie.ts';
import { DossierReportView } from './dossier-report.tsx';

interface DossierCheckerProps {
  check(file: Blob, watch: Watch): Promise<Result<DossierReport, DossierFault>>;
  /** What the chains of certificates are judged by. */
  trust: string;
  /** Checks the dossier of a trâmite, and gives what is to be shown of it; without it such a one is refused. */
  ofTramite?: (file: File, watch: Watch) => Promise<ComponentChildren>;
}

type Shown =
  | { kind: 'nothing' | 'stopped' | 'unreadable' }
  | { kind: 'checking'; share: number }
  | { kind: 'refused'; fault: DossierFault }
  | { kind: 'shown'; view: ComponentChildren }
  | { kind: 'checked'; report: DossierReport };

/** Takes the ZIP of a dossier, chosen or dropped, and shows what was found out about it. */
export const DossierChecker = ({ check, trust, ofTramite }: DossierCheckerProps) => {
  const [name, setName] = useState('');
  const [shown, setShown] = useState<Shown>({ kind: 'nothing' });
  const running = useRef(new AbortController());

  const take = async (file: File | undefined) => {
    if (!file) return;
    running.current.abort();
    running.current = new AbortController();
    const { signal } = running.current;
    setName(file.name);
    setShown({ kind: 'checking', share: 0 });
    let read = 0;
    const onBytes = (bytes: number) => {
      read += bytes;
      if (!signal.aborted) setShown({ kind: 'checking', share: read / file.size });
    };
    try {
      const checked = await check(file, { signal, onBytes });
      const isOther = ofTramite && !checked.ok && checked.error === 'of-a-tramite';
      read = 0;
      const view = isOther && (await ofTramite(file, { signal, onBytes }));
      if (signal.aborted) return;
      if (isOther) return setShown({ kind: 'shown', view });
      setShown(
        checked.ok
          ? { kind: 'checked', report: checked.value }
          : { kind: 'refused', fault: checked.error },
      );
    } catch (error) {
      if (signal.aborted) return;
      console.error(error);
      setShown({ kind: 'unreadable' });
    }
  };
  const stop = () => {
    running.current.abort();
    setShown({ kind: 'stopped' });
  };

  return (
    <div class="stack" data-file={name}>
      <div class="file no-print">
        <span class="file-drop">
          <span class="file-call">{text.choose}</span>
          <span class="file-or">{text.drop}</span>
          {/* Lies over the words: a file input takes dropped files by itself. */}
          <input
            type="file"
            accept=".zip"
            aria-label={text.choose}
            onChange={({ currentTarget }) => {
              void take(currentTarget.files?.[0]);
              // The same file can be chosen again.
              currentTarget.value = '';
            }}
          />
        </span>
      </div>
      {name && (
        <p>
          {text.zipName}: <strong>{name}</strong>
        </p>
      )}
      <Outcome shown={shown} trust={trust} onStop={stop} />
    </div>
  );
};

const Outcome = ({ shown, trust, onStop }: { shown: Shown; trust: string; onStop: () => void }) => {
  switch (shown.kind) {
    case 'nothing':
      return null;
    case 'checking':
      return (
        <div class="actions">
          <progress aria-label={text.checking} value={shown.share} max={1} />
          <Button onClick={onStop}>{text.stop}</Button>
        </div>
      );
    case 'refused':
      return (
        <div data-verdict="refused">
          <Notice tone="danger">{DOSSIER_FAULTS[shown.fault]}</Notice>
        </div>
      );
    case 'shown':
      return <>{shown.view}</>;
    case 'checked':
      return (
        <>
          <DossierReportView report={shown.report} trust={trust} />
          <div class="actions no-print">
            <Button onClick={() => print()}>{text.print}</Button>
          </div>
        </>
      );
    default:
      return <Notice tone="warning">{text[shown.kind]}</Notice>;
  }
};
