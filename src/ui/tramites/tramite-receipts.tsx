import { givenReceiptXml, RECEIPT_FILE_NAMES, receiptXml } from '../../app/pen/tramite-story.ts';
import type { KeptReceipt, ReceiptKind, Tramite } from '../../app/pen/types.ts';
import { showInstant } from '../../base/civil-date.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { tramitesText as text } from '../text/tramites.ts';
import { ReceiptVerdictLine } from './receipt-verdict.tsx';
import { SaveTramiteDossier } from './save-tramite-dossier.tsx';

/** The receipts with what may be said of them, to be saved under the names of the manual; and the dossier. */
export const TramiteReceipts = ({ tramite }: { tramite: Tramite }) => (
  <section class="stack" aria-label={text.receipts}>
    <h4>{text.receipts}</h4>
    <ul class="plain-list">
      {tramite.direction === 'sent' ? (
        <>
          <ReceiptLine kind="envio" receipt={tramite.reciboDeEnvio} />
          <ReceiptLine kind="conclusao" receipt={tramite.reciboDeTramite} />
        </>
      ) : (
        <GivenLine tramite={tramite} />
      )}
    </ul>
    <SaveTramiteDossier tramite={tramite} />
  </section>
);

interface ReceiptLineProps {
  kind: ReceiptKind;
  receipt: KeptReceipt | undefined;
}

const ReceiptLine = ({ kind, receipt }: ReceiptLineProps) => {
  const name = text.receiptNames[kind];
  if (!receipt) {
    return (
      <li>
        <strong>{name}</strong>: <span class="soft">{text.noReceipt}</span>
      </li>
    );
  }
  const save = () => {
    const xml = receiptXml(kind, receipt.raw);
    if (xml === undefined) saveAs(receipt.raw, `recibo_de_${kind}.json`, 'application/json');
    else saveAs(xml, RECEIPT_FILE_NAMES[kind], 'application/xml');
  };
  return (
    <li data-receipt={kind} data-verdict={receipt.verdict.kind}>
      <strong>{name}</strong>{' '}
      <span class="soft small">{text.fetchedAt(showInstant(receipt.fetchedAt))}</span>
      <ReceiptVerdictLine kind={kind} verdict={receipt.verdict} />
      <Button look="quiet" aria-label={`${text.saveXml}: ${name}`} onClick={save}>
        {text.saveXml}
      </Button>
    </li>
  );
};

/** The receipt that this body signed. */
const GivenLine = ({ tramite }: { tramite: Tramite }) => {
  const { reciboEntregue: given } = tramite;
  if (!given) {
    return (
      <li>
        <strong>{text.given}</strong>: <span class="soft">{text.notGivenHere}</span>
      </li>
    );
  }
  const save = () =>
    saveAs(givenReceiptXml(tramite, given), RECEIPT_FILE_NAMES.conclusao, 'application/xml');
  return (
    <li data-receipt="entregue">
      <strong>{text.given}</strong>{' '}
      <span class="soft small">{text.givenAt(showInstant(given.givenAt))}</span>
      <p class="small">{text.givenHelp}</p>
      <Button look="quiet" aria-label={`${text.saveXml}: ${text.given}`} onClick={save}>
        {text.saveXml}
      </Button>
    </li>
  );
};

const saveAs = (content: string, name: string, type: string): void =>
  download(new Blob([content], { type }), name);
