import { useEffect, useState } from 'preact/hooks';
import { layoutName } from '../../app/catalogue.ts';
import { type ContentSummary, summaryOf } from '../../app/homologation/summary.ts';
import { pdfOf } from '../../app/queue/take-signed-homologation.ts';
import { courtIdOf, type QueueEntry } from '../../app/queue/types.ts';
import { SaveFile } from '../screens/deliveries/save-file.tsx';
import { showSize } from '../text/attachment.ts';
import { homologateText as text } from '../text/homologar.ts';
import { showPeriod } from '../text/units.ts';
import { nameOf } from './name-of.ts';

interface DeliveryRowProps {
  entry: QueueEntry;
  isChosen: boolean;
  onChoose: (chosen: boolean) => void;
}

/** One delivery that waits for the person's word: what it is, what it holds, what will be signed. */
export const DeliveryRow = ({ entry, isChosen, onChoose }: DeliveryRowProps) => {
  const { frozen } = entry;
  const name = nameOf(entry);
  const pdf = pdfOf(entry);
  return (
    <tr data-entry={entry.id}>
      <td>
        <label>
          <input
            type="checkbox"
            checked={isChosen}
            onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
          />
          <span class="visually-hidden">{text.choose(name)}</span>
        </label>
      </td>
      <td>
        <strong>{layoutName(frozen)}</strong>
        <div class="soft small">
          {showPeriod(frozen)}, {text.number(courtIdOf(entry))}
        </div>
      </td>
      <td>
        <Content entry={entry} />
      </td>
      <td class="homologation-pdf" data-label={text.pdf}>
        {pdf ? (
          <SaveFile label={text.seePdf} title={text.seePdfOf(name)} {...pdf} />
        ) : (
          <span class="soft">{text.noPdf}</span>
        )}
      </td>
    </tr>
  );
};

const LONGEST_TEXT = 120;
const SHORT_HASH = 8;

const cut = (words: string): string =>
  words.length > LONGEST_TEXT ? `${words.slice(0, LONGEST_TEXT)}…` : words;

/** What a person tells it by, and its hash, whole on demand. */
const Content = ({ entry }: { entry: QueueEntry }) => {
  const sha256 = entry.progress.finalBody?.sha256;
  const [summary, setSummary] = useState<ContentSummary>();
  useEffect(() => {
    let current = true;
    void summaryOf(entry).then((read) => current && setSummary(read));
    return () => {
      current = false;
    };
  }, [entry.id, sha256]);
  return (
    <>
      <dl class="facts facts-small">
        {summary?.fields.map(({ label, text: words }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{cut(words)}</dd>
          </div>
        ))}
      </dl>
      {sha256 && (
        <details class="small">
          <summary>
            <span class="mono">{sha256.slice(0, SHORT_HASH)}…</span>
            {summary && <span class="soft"> {showSize(summary.size)}</span>}
          </summary>
          {text.identification}: <span class="mono">{sha256}</span>
        </details>
      )}
    </>
  );
};
