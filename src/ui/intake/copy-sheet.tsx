import { useState } from 'preact/hooks';
import { periodFault } from '../../app/catalogue.ts';
import type { CreateFault } from '../../app/faults.ts';
import type { CopiedDraft } from '../../app/intake/copy-draft.ts';
import type { Result } from '../../base/result.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { hrefOf } from '../router.ts';
import { MonthFields } from '../screens/period-fields.tsx';
import { CREATE_FAULTS, FILE_FAULTS } from '../text/faults.ts';
import { PERIOD_FAULTS } from '../text/rascunhos.ts';
import { copyText as text } from '../text/trazer.ts';

type Month = CopiedDraft['period'];

interface CopySheetProps {
  title: string;
  lead: string;
  from: Month;
  /** Whether to ask what becomes of the kind of delivery and its motive. */
  asksKind: boolean;
  make: (to: Month, keepsKind: boolean) => Promise<Result<CopiedDraft, CreateFault>>;
  onClose: () => void;
}

/** Asks for the month of a copy, makes it, and tells what is to be known of it. */
export const CopySheet = ({ title, lead, from, asksKind, make, onClose }: CopySheetProps) => {
  const [to, setTo] = useState(() => monthAfter(from));
  const [keepsKind, setKeepsKind] = useState(false);
  const [making, setMaking] = useState(false);
  const [fault, setFault] = useState<string>();
  const [copied, setCopied] = useState<CopiedDraft>();

  const begin = async () => {
    const wrong = periodFault(to.mes, to.ano);
    if (wrong) return setFault(PERIOD_FAULTS[wrong]);
    setMaking(true);
    const made = await make(to, keepsKind).finally(() => setMaking(false));
    if (made.ok) setCopied(made.value);
    setFault(made.ok ? undefined : CREATE_FAULTS[made.error]);
  };

  if (copied) {
    return (
      <Sheet
        title={title}
        onClose={onClose}
        actions={
          <>
            <Button onClick={onClose}>{text.close}</Button>
            <a
              class="button button-primary"
              href={hrefOf({ screen: 'rascunhos', id: copied.draftId })}
              onClick={onClose}
            >
              {text.open}
            </a>
          </>
        }
      >
        <Copied copied={copied} />
      </Sheet>
    );
  }
  return (
    <Sheet
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" disabled={making} onClick={() => void begin()}>
            {making ? text.making : text.make}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>{lead}</p>
        {fault && <Notice tone="danger">{fault}</Notice>}
        <MonthFields id="copia" value={to} onChange={setTo} />
        {asksKind && (
          <div>
            <label>
              <input
                type="checkbox"
                checked={keepsKind}
                aria-describedby="copia-tipo-ajuda"
                onChange={({ currentTarget }) => setKeepsKind(currentTarget.checked)}
              />{' '}
              {text.keepKind}
            </label>
            <p id="copia-tipo-ajuda" class="field-help">
              {text.keepKindHelp}
            </p>
          </div>
        )}
      </div>
    </Sheet>
  );
};

const monthAfter = ({ mes, ano }: Month): Month =>
  mes === 12 ? { mes: 1, ano: ano + 1 } : { mes: mes + 1, ano };

const Copied = ({ copied }: { copied: CopiedDraft }) => {
  const { period, sameLayout, source, monthChanged, missing, notAttached } = copied;
  return (
    <div class="stack">
      <Notice tone="success">{text.made(period)}</Notice>
      <p>
        {sameLayout ? text.sameLayout : text.otherLayout} {source === 'sample' && text.sample}
      </p>
      {monthChanged && <p>{text.competence}</p>}
      {missing.length > 0 && (
        <Notice tone="warning">
          {text.missing} {missing.join(', ')}
        </Notice>
      )}
      {notAttached.length > 0 && (
        <Notice tone="warning">
          {text.notAttached}{' '}
          {notAttached.map(({ name, fault }) => `${name}: ${FILE_FAULTS[fault]}`).join(' ')}
        </Notice>
      )}
    </div>
  );
};
