import { percentOf, progressOf } from '../../../app/pen/sending-progress.ts';
import { showSize } from '../../text/attachment.ts';
import { sendingText as text } from '../../text/envio-de-processo.ts';
import type { Sending } from './send-panel.tsx';

/** How far the files of each document are, in words and as a bar. */
export const DocumentsProgress = ({ sending }: { sending: Sending }) => (
  <ul class="sending-documents" aria-label={text.documents}>
    {progressOf(sending).map((document) => {
      const { documento, nomes, sent, size } = document;
      const name = text.document(documento, nomes.join(', '));
      const percent = percentOf(document);
      return (
        <li key={documento}>
          <span class="sending-name">{name}</span>
          <progress aria-label={name} value={percent} max={100} />
          <span class="soft small">
            {percent === 100
              ? text.allThere
              : text.percent(percent, showSize(sent), showSize(size))}
          </span>
        </li>
      );
    })}
  </ul>
);
