import { useEffect, useState } from 'preact/hooks';
import {
  examineReceived,
  type FoundSignature,
} from '../../../app/processes/received-signatures.ts';
import type { Component, ProcessDocument } from '../../../app/processes/types.ts';
import { VerdictChip } from '../../screens/signing/verdict-chip.tsx';
import { receivedSignatureText as text } from '../../text/process.ts';
import { REASONS } from '../../text/signature-report.ts';

interface ReceivedSignaturesProps {
  component: Component;
  /** The document as it came. */
  wire: NonNullable<ProcessDocument['wire']>;
}

/** Who signed a file that came: the sender's words, and what is found of each signature here. */
export const ReceivedSignatures = ({ component, wire }: ReceivedSignaturesProps) => {
  const found = useFound(component, wire);
  if (found === 'examining' || found === 'failed') {
    return <p class="small soft">{text[found]}</p>;
  }
  return (
    <>
      {found.map((signature) => (
        <div key={signature.place} class="small" data-signature={signature.kind}>
          <Finding signature={signature} />
          {signature.razao !== undefined && <div class="soft">{text.said(signature.razao)}</div>}
        </div>
      ))}
    </>
  );
};

const Finding = ({ signature }: { signature: FoundSignature }) => {
  if (signature.kind !== 'examined') return <span>{text[signature.kind]}</span>;
  const { fault, verdict, signatures } = signature.report;
  if (fault !== undefined) {
    return (
      <>
        <VerdictChip verdict={verdict} /> {REASONS[fault].what}
      </>
    );
  }
  return (
    <>
      {signatures.map(({ signer, verdict, reasons, chain }) => (
        <div key={chain[0]?.fingerprint}>
          <VerdictChip verdict={verdict} /> {text.by(signer?.holder.name ?? text.unknown)}{' '}
          {reasons.map((reason) => REASONS[reason].what).join(' ')}
        </div>
      ))}
    </>
  );
};

const useFound = (component: Component, wire: ReceivedSignaturesProps['wire']) => {
  const [found, setFound] = useState<FoundSignature[] | 'examining' | 'failed'>('examining');
  useEffect(() => {
    const leaving = new AbortController();
    examineReceived(component, wire, leaving.signal).then(setFound, (error) => {
      if (leaving.signal.aborted) return;
      console.error(error);
      setFound('failed');
    });
    return () => leaving.abort();
  }, [component.sha256, wire]);
  return found;
};
