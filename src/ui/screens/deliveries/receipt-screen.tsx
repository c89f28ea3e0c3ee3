import { useEffect, useState } from 'preact/hooks';
import { layoutName } from '../../../app/catalogue.ts';
import {
  type Delivery,
  type PrintView,
  receiptOf,
  wholeDelivery,
} from '../../../app/deliveries.ts';
import { deliveries } from '../../../app/state.ts';
import { showInstant } from '../../../base/civil-date.ts';
import { DossierRoot } from '../../dossier/dossier-root.tsx';
import { SaveDossier } from '../../dossier/save-dossier.tsx';
import { StartFromDelivery } from '../../intake/start-from-delivery.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { hrefOf } from '../../router.ts';
import { dossierText } from '../../text/dossie.ts';
import { STATEMENTS, deliveriesText as text, WORTH } from '../../text/entregas.ts';
import { showCpf, showPeriod } from '../../text/units.ts';
import { DeliveredContent } from './delivered-content.tsx';
import { SaveFile } from './save-file.tsx';

/** The receipt of one delivery: to read, to print, to keep. */
export const ReceiptScreen = ({ id }: { id: string }) => {
  const listed = deliveries.value.find((each) => each.id === id);
  const [delivery, setDelivery] = useState<Delivery>();
  useEffect(() => {
    let isWanted = true;
    void wholeDelivery(id).then((found) => {
      if (isWanted) setDelivery(found);
    });
    return () => {
      isWanted = false;
    };
  }, [id, listed?.rev]);
  if (!listed) return <Notice tone="warning">{text.notFound}</Notice>;
  if (delivery?.id !== id) return null;
  const view = receiptOf(delivery);
  if (!view) return <Notice tone="warning">{text.notFound}</Notice>;
  const { statement } = view;
  const worth = WORTH[statement.worth];
  return (
    <article class="receipt stack">
      <header class="screen-head">
        <div>
          <a class="small no-print" href={hrefOf({ screen: 'entregas' })}>
            ← {text.back}
          </a>
          <h1>{text.receiptTitle}</h1>
          <p>
            {layoutName(delivery)}, {showPeriod(delivery)}
          </p>
        </div>
        <div class="screen-head-actions actions">
          <StartFromDelivery delivery={delivery} />
          <SaveDossier id={delivery.id} label={dossierText.save} />
          <Button look="primary" onClick={() => print()}>
            {text.print}
          </Button>
        </div>
      </header>
      {worth && <Notice tone="warning">{worth}</Notice>}
      <Notice tone={statement.code === 'homologated' ? 'success' : 'info'}>
        {STATEMENTS[statement.code]} ({showInstant(statement.asOf)})
      </Notice>
      <Facts view={view} />
      <HomologationFiles delivery={delivery} />
      <Files view={view} />
      <DeliveredContent delivery={delivery} content={view.content} />
      <Hashes view={view} />
      <DossierRoot id={delivery.id} rev={delivery.rev} />
    </article>
  );
};

const Facts = ({ view: { facts, ambiente } }: { view: PrintView }) => (
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
      <dt>{text.deliveredAt}</dt>
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
        <table class="table">
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
                <td class="mono">{file.courtId}</td>
                <td>{file.signatarios.map(({ nome }) => nome).join(', ')}</td>
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
      <dt>{text.hashPdf}</dt>
      <dd class="mono">{hashes.pdf}</dd>
      <dt>{text.hashSignedPdf}</dt>
      <dd class="mono">{hashes.signedPdf}</dd>
      <dt>{text.hashLog}</dt>
      <dd class="mono">{hashes.log}</dd>
    </dl>
  </section>
);
