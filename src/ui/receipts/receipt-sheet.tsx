import type { CourtDelivery } from '../../app/deliveries/delivery-list.ts';
import type { Delivery, PrintView } from '../../app/deliveries.ts';
import { standingOfContent } from '../../app/receipts/content-standing.ts';
import { showInstant } from '../../base/civil-date.ts';
import { Notice } from '../parts/notice.tsx';
import { DeliveredContent } from '../screens/deliveries/delivered-content.tsx';
import { SaveFile } from '../screens/deliveries/save-file.tsx';
import {
  STATEMENTS,
  TAKEN_IN_STATEMENTS,
  deliveriesText as text,
  WORTH,
} from '../text/entregas.ts';
import { receiptsText } from '../text/recibos.ts';
import { showCpf, showPeriod } from '../text/units.ts';
import { ReciboAnswer } from './recibo-answer.tsx';

interface ReceiptSheetProps {
  delivery: Delivery;
  view: PrintView;
  /** Absent where the record of it is damaged. */
  known: CourtDelivery | undefined;
}

/** What a receipt says, on the screen and on paper, without the head of the screen it stands on. */
export const ReceiptSheet = ({ delivery, view, known }: ReceiptSheetProps) => {
  const { statement } = view;
  const { counts, isReopened } = known ? standingOfContent(delivery, known) : UNKNOWN;
  const worth = WORTH[statement.worth];
  const isTakenIn = delivery.origin === 'taken-in';
  return (
    <>
      {worth && <Notice tone="warning">{worth}</Notice>}
      {isReopened && known && (
        <Notice tone="danger">
          {receiptsText.reopened(known.statusEnvio, showInstant(known.heardAt))}
        </Notice>
      )}
      <Notice tone={statement.code === 'homologated' && counts ? 'success' : 'info'}>
        {(isTakenIn ? TAKEN_IN_STATEMENTS : STATEMENTS)[statement.code]} (
        {showInstant(statement.asOf)})
      </Notice>
      <Facts view={view} isTakenIn={isTakenIn} />
      <HomologationFiles delivery={delivery} />
      <Files view={view} />
      <DeliveredContent delivery={delivery} content={view.content} />
      {known?.reciboSaid && (
        <section aria-labelledby={`conferido-${delivery.id}`}>
          <h2 id={`conferido-${delivery.id}`}>{receiptsText.checked}</h2>
          <ReciboAnswer said={known.reciboSaid} />
        </section>
      )}
      <Hashes view={view} />
    </>
  );
};

const UNKNOWN = { counts: false, isReopened: false };

interface FactsProps {
  view: PrintView;
  isTakenIn: boolean;
}

const Facts = ({ view: { facts, ambiente }, isTakenIn }: FactsProps) => (
  <section class="card">
    <dl class="facts">
      <dt>{text.recibo}</dt>
      <dd class="mono">{facts.recibo}</dd>
      <dt>{text.courtId}</dt>
      <dd>{facts.courtId}</dd>
      <dt>{text.state}</dt>
      <dd>{facts.statusEnvio}</dd>
      <dt>{text.layout}</dt>
      <dd>
        {facts.period.spc} / {facts.period.slp}
      </dd>
      <dt>{text.period}</dt>
      <dd>{showPeriod(facts.period)}</dd>
      <dt>{text.representation}</dt>
      <dd>{facts.representacao}</dd>
      <dt>{text.environment}</dt>
      <dd>{ambiente}</dd>
      <dt>{isTakenIn ? text.takenInAt : text.deliveredAt}</dt>
      <dd>{showInstant(facts.deliveredAt)}</dd>
      {facts.confirmedAt !== undefined && (
        <>
          <dt>{text.confirmedAt}</dt>
          <dd>{showInstant(facts.confirmedAt)}</dd>
        </>
      )}
      {facts.signedBy && (
        <>
          <dt>{text.signedBy}</dt>
          <dd>
            {facts.signedBy.name}
            {facts.signedBy.cpf && ` (CPF ${showCpf(facts.signedBy.cpf)})`}
          </dd>
        </>
      )}
    </dl>
  </section>
);

const HomologationFiles = ({ delivery: { homologation, recibo } }: { delivery: Delivery }) =>
  homologation ? (
    <section class="card no-print actions">
      <SaveFile
        label={text.pdf}
        name={`homologacao-${recibo}.pdf`}
        sha256={homologation.pdfSha256}
      />
      {homologation.signedPdfSha256 && (
        <SaveFile
          label={text.signedPdf}
          name={`homologacao-${recibo}-assinado.pdf`}
          sha256={homologation.signedPdfSha256}
        />
      )}
    </section>
  ) : null;

const Files = ({ view: { files } }: { view: PrintView }) => {
  if (files.length === 0) return null;
  return (
    <section>
      <h2>{text.files}</h2>
      <div class="table-scroll">
        <table class="table table-stacked">
          <thead>
            <tr>
              <th scope="col">{text.file}</th>
              <th scope="col">{text.idAtCourt}</th>
              <th scope="col">{text.signers}</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.courtId}>
                <td>
                  {file.name}{' '}
                  <span class="no-print">
                    <SaveFile label={text.download} name={file.name} sha256={file.sentSha256} />
                  </span>
                </td>
                <td class="mono" data-label={text.idAtCourt}>
                  {file.courtId}
                </td>
                <td data-label={text.signers}>
                  {file.signatarios.map(({ nome }) => nome).join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const Hashes = ({ view: { hashes } }: { view: PrintView }) => (
  <section>
    <h2>{text.hashes}</h2>
    <dl class="facts">
      <dt>{text.hashBody}</dt>
      <dd class="mono">{hashes.body}</dd>
      <dt>{text.hashLayout}</dt>
      <dd class="mono">{hashes.layout}</dd>
      {hashes.pdf && <dt>{text.hashPdf}</dt>}
      {hashes.pdf && <dd class="mono">{hashes.pdf}</dd>}
      {hashes.signedPdf && <dt>{text.hashSignedPdf}</dt>}
      {hashes.signedPdf && <dd class="mono">{hashes.signedPdf}</dd>}
      <dt>{text.hashLog}</dt>
      <dd class="mono">{hashes.log}</dd>
    </dl>
  </section>
);
