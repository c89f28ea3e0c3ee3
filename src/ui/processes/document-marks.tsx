import { isFixed } from '../../app/processes/documents.ts';
import type { ProcessDocument } from '../../app/processes/types.ts';
import { showSize } from '../text/attachment.ts';
import { documentsText as text } from '../text/process.ts';

/** How a document stands, in words. */
export const DocumentMarks = ({ document }: { document: ProcessDocument }) => {
  const { components, draftHtml, ordemDoDocumentoReferenciado: referred } = document;
  const { protocoloDoProcessoAnexado: attached } = document;
  const size = components.reduce((sum, component) => sum + component.size, 0);
  const words = [
    draftHtml === undefined
      ? `${text.files(components.length)}${size > 0 ? `, ${showSize(size)}` : ''}`
      : text.beingWritten,
    referred !== undefined && text.attachedTo(referred),
    attached !== undefined && text.ofProcess(attached),
  ];
  return (
    <div class="small">
      <span class="soft">{words.filter(Boolean).join(', ')} </span>
      {marksOf(document).map(([mark, tone]) => (
        <span key={mark}>
          <span class={`chip ${tone}`}>{mark}</span>{' '}
        </span>
      ))}
    </div>
  );
};

const marksOf = (document: ProcessDocument): [string, string][] => {
  const { retirado, origin, nivelDeSigilo, components } = document;
  if (retirado) return [[text.cancelled, '']];
  const isSigned = components.some(({ signatures }) => signatures.length > 0);
  return [
    ...(isSigned ? [[text.signed, 'chip-success'] satisfies [string, string]] : []),
    ...(origin === 'written' && !isSigned
      ? [[text.unsigned, 'chip-warning'] satisfies [string, string]]
      : []),
    ...(nivelDeSigilo === 2 ? [[text.restricted, ''] satisfies [string, string]] : []),
    ...(isFixed(document)
      ? [[origin === 'received' ? text.received : text.sentBefore, ''] satisfies [string, string]]
      : []),
  ];
};
