import { documentTypes, especieOfType } from '../../../app/processes/choices.ts';
import { Choice } from '../../parts/choice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { documentsText, documentText as text } from '../../text/process.ts';
import { SecrecyFields } from '../secrecy-fields.tsx';
import type { DocumentProps } from './document-screen.tsx';

/** What a document is called, to what it belongs and who may see it. */
export const DocumentFields = ({ session, document, change, readOnly }: DocumentProps) => {
  const { especie, descricao } = document;
  return (
    <section class="card process-fields" aria-label={text.data}>
      <Choice
        id="campo-especie"
        label={text.kind}
        value={especie.nomeNoProdutor}
        disabled={readOnly}
        onChange={(type) => change((known) => ({ ...known, especie: especieOfType(type) }))}
      >
        {!documentTypes.value.includes(especie.nomeNoProdutor) && (
          <option value={especie.nomeNoProdutor}>{especie.nomeNoProdutor}</option>
        )}
        {documentTypes.value.map((type) => (
          <option key={type} value={type}>
            {type}
          </option>
        ))}
      </Choice>
      <TextField
        id="campo-descricao"
        label={text.description}
        help={text.descriptionHelp}
        value={descricao}
        maxLength={100}
        readOnly={readOnly}
        onInput={(value) => change((known) => ({ ...known, descricao: value }))}
      />
      <SecrecyFields
        id="campo"
        labels={text}
        value={document}
        disabled={readOnly}
        onChange={({ nivelDeSigilo, hipoteseLegal }) =>
          change(({ hipoteseLegal: _, ...known }) => ({
            ...known,
            nivelDeSigilo,
            ...(hipoteseLegal !== undefined && { hipoteseLegal }),
          }))
        }
      />
      <AnnexOf session={session} document={document} change={change} readOnly={readOnly} />
      <TextField
        id="campo-processo-anexado"
        label={text.attachedProcess}
        help={text.attachedProcessHelp}
        value={document.protocoloDoProcessoAnexado ?? ''}
        maxLength={50}
        readOnly={readOnly}
        onInput={(value) =>
          change(({ protocoloDoProcessoAnexado: _, ...known }) => ({
            ...known,
            ...(value !== '' && { protocoloDoProcessoAnexado: value }),
          }))
        }
      />
    </section>
  );
};

const AnnexOf = ({ session, document, change, readOnly }: DocumentProps) => (
  <Choice
    id="campo-anexo-de"
    label={text.annexOf}
    value={`${document.ordemDoDocumentoReferenciado ?? ''}`}
    disabled={readOnly}
    onChange={(value) =>
      change(({ ordemDoDocumentoReferenciado: _, ...known }) => ({
        ...known,
        ...(value !== '' && { ordemDoDocumentoReferenciado: Number(value) }),
      }))
    }
  >
    <option value="">{text.noAnnex}</option>
    {session.process.value.documents
      .filter(({ id }) => id !== document.id)
      .map(({ ordem, especie, descricao }) => (
        <option key={ordem} value={ordem}>
          {documentsText.name(ordem, especie.nomeNoProdutor, descricao)}
        </option>
      ))}
  </Choice>
);
