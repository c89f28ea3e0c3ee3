import { useState } from 'preact/hooks';
import type { FileReport } from '../../app/files-to-sign/report.ts';
import { type EvidenceOutcome, fetchEvidence } from '../../app/trust/fetch-evidence.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { FETCH_FAULTS, trustText as text } from '../text/confianca.ts';

interface FetchListsProps {
  report: FileReport;
  /** The file is worth examining again. */
  onNews: () => void;
}

/** Asks the authorities of a report's certificates for what they publish on revocation. */
export const FetchLists = ({ report, onNews }: FetchListsProps) => {
  const [asking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<EvidenceOutcome>();
  const ask = async () => {
    setAsking(true);
    const fetched = await fetchEvidence(report).finally(() => setAsking(false));
    setOutcome(fetched);
    if (fetched.ok && fetched.value) onNews();
  };
  return (
    <>
      <Button disabled={asking} onClick={() => void ask()}>
        {asking ? text.asking : text.ask}
      </Button>
      {outcome?.ok && !outcome.value && <Notice tone="info">{text.nothingNew}</Notice>}
      {outcome && !outcome.ok && <Notice tone="warning">{FETCH_FAULTS[outcome.error]}</Notice>}
    </>
  );
};
