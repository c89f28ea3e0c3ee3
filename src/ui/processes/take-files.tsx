import { useEffect, useRef, useState } from 'preact/hooks';
import { type TakeFault, takeFile } from '../../app/processes/take-file.ts';
import type { Component } from '../../app/processes/types.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { TAKE_FAULTS, documentText as text } from '../text/process.ts';

interface TakeFilesProps {
  label: string;
  help: string;
  /** One file after another, as they are read. */
  onTaken: (component: Omit<Component, 'ordem'>) => void;
}

interface Reading {
  name: string;
  /** From 0 to 1. */
  share: number;
}

/** Where files are chosen or let go; each is read with its progress, which can be stopped. */
export const TakeFiles = ({ label, help, onTaken }: TakeFilesProps) => {
  const [reading, setReading] = useState<Reading>();
  const [faults, setFaults] = useState<{ name: string; fault: TakeFault }[]>([]);
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);
  const box = useFocusKept(reading !== undefined);

  const take = async (files: File[]) => {
    const stop = new AbortController();
    stopping.current = stop;
    const refused: typeof faults = [];
    for (const file of files) {
      if (stop.signal.aborted) break;
      const { name } = file;
      setReading({ name, share: 0 });
      const taken = await takeFile(file, (share) => setReading({ name, share }), stop.signal);
      if (taken.ok) onTaken(taken.value);
      else refused.push({ name, fault: taken.error });
    }
    setReading(undefined);
    setFaults(refused);
  };
  const choose = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    // The same file, mended in the meantime, can be chosen again.
    input.value = '';
    void take(files);
  };

  return (
    <div class="stack" ref={box}>
      {reading ? (
        <div role="status">
          <p>{text.reading(reading.name)}</p>
          <progress aria-label={text.reading(reading.name)} value={reading.share} />
          <Button onClick={() => stopping.current?.abort()}>{text.stop}</Button>
        </div>
      ) : (
        <div class="file">
          <span class="file-drop">
            <span class="file-call">{label}</span>
            {/* Lies over the words: a file input takes dropped files by itself. */}
            <input
              type="file"
              multiple
              aria-label={label}
              onChange={({ currentTarget }) => choose(currentTarget)}
            />
          </span>
          <span class="file-or">{help}</span>
        </div>
      )}
      {faults.map(({ name, fault }, n) => (
        <Notice key={n} tone="danger">
          {name}: {TAKE_FAULTS[fault]}
        </Notice>
      ))}
    </div>
  );
};

/** What takes the place of what had the focus has it: the field, or the button that stops the reading. */
const useFocusKept = (isReading: boolean) => {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(isReading);
  useEffect(() => {
    if (before.current === isReading) return;
    before.current = isReading;
    if (document.activeElement !== document.body) return;
    box.current?.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true });
  }, [isReading]);
  return box;
};
