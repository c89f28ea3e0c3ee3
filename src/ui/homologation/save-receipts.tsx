import { useState } from 'preact/hooks';
import { type ReceiptsFault, receiptsZip } from '../../app/homologation/save-receipts.ts';
import type { QueueEntry } from '../../app/queue/types.ts';
import { ambiente } from '../../app/state.ts';
import { civilDateOf, showInstant } from '../../base/civil-date.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { Notice } from '../parts/notice.tsx';
import { RECEIPTS_FAULTS, homologateText as text } from '../text/homologar.ts';

/** Saves the proof of all these homologations as one file. */
export const SaveReceipts = ({ entries }: { entries: readonly QueueEntry[] }) => {
  const [fault, setFault] = useState<ReceiptsFault>();
  const save = async () => {
    const lines = [[...text.sheet], ...entries.map(lineOf)];
    const zip = await receiptsZip(entries, { name: 'recibos.csv', lines });
    setFault(zip.ok ? undefined : zip.error);
    if (zip.ok) download(zip.value, `recibos-${civilDateOf(Date.now())}.zip`);
  };
  return (
    <>
      <Button title={text.saveReceiptsHelp} onClick={() => void save()}>
        {text.saveReceipts}
      </Button>
      {fault && <Notice tone="danger">{RECEIPTS_FAULTS[fault]}</Notice>}
    </>
  );
};

const lineOf = ({ frozen, progress }: QueueEntry): string[] => [
  ...[frozen.spc, frozen.slp, String(frozen.mes), String(frozen.ano)],
  String(progress.delivery?.id ?? ''),
  progress.delivery?.recibo ?? '',
  progress.finalBody?.sha256 ?? '',
  progress.confirmedAt === undefined ? '' : showInstant(progress.confirmedAt),
  ambiente.value?.nome ?? '',
];
