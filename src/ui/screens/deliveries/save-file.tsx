import { useState } from 'preact/hooks';
import { keptFile } from '../../../app/deliveries.ts';
import { Button } from '../../parts/button.tsx';
import { download } from '../../parts/download.ts';

interface SaveFileProps {
  label: string;
  name: string;
  sha256: string;
  /** Names the button where several of the same stand on a screen. */
  title?: string;
}

/** Saves a kept file to the person's disk; never shown inside the page (a PDF is foreign content). */
export const SaveFile = ({ label, name, sha256, title }: SaveFileProps) => {
  const [missing, setMissing] = useState(false);
  const save = async () => {
    const content = await keptFile(sha256);
    if (!content) return setMissing(true);
    download(content, name);
  };
  return (
    <Button aria-label={title} disabled={missing} onClick={() => void save()}>
      {label}
    </Button>
  );
};
