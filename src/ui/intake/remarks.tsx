import type { ObjectField } from '../../app/form.ts';
import type { JsonOddity } from '../../app/intake/faults.ts';
import type { BroughtPayload } from '../../app/intake/intake-state.ts';
import { labelPath } from '../form/label-path.ts';
import { hrefOf } from '../router.ts';
import { CREATE_FAULTS, FILE_FAULTS, LAYOUT_FAULTS } from '../text/faults.ts';
import { readFault, intakeText as text } from '../text/trazer.ts';

const { remarks } = text;

/** What is to be known of a file before, and after, a draft is made of it. */
export const Remarks = ({ payload }: { payload: BroughtPayload }) => {
  const { reading, examined, form, outcome, twin, earlierDraft, doubts } = payload;
  return (
    <div class="stack small">
      {!reading.ok && <p class="fault-text">{readFault(reading.error)}</p>}
      {examined?.ok === false && <p class="fault-text">{LAYOUT_FAULTS[examined.error]}</p>}
      {outcome?.ok === false && <p class="fault-text">{CREATE_FAULTS[outcome.error]}</p>}
      {earlierDraft && !outcome && (
        <p>
          {remarks.earlier}{' '}
          <a href={hrefOf({ screen: 'rascunhos', id: earlierDraft })}>{text.open}</a>
        </p>
      )}
      {twin && <p>{remarks.twin(twin)}</p>}
      {doubts.includes('layouts-differ') && <p>{remarks.layoutsDiffer}</p>}
      {doubts.includes('periods-differ') && <p>{remarks.periodsDiffer}</p>}
      {reading.ok && reading.value.encoding !== 'utf-8' && (
        <p>{text.encodings[reading.value.encoding]}</p>
      )}
      {reading.ok && <Findings findings={reading.value.findings} form={form} />}
      {examined?.ok && <Contents examination={examined.value} form={form} />}
      {outcome?.ok && (
        <Listed
          title={remarks.notAttached}
          items={outcome.value.notAttached.map(
            ({ name, fault }) => `${name}: ${FILE_FAULTS[fault]}`,
          )}
        />
      )}
    </div>
  );
};

type Findings = Extract<BroughtPayload['reading'], { ok: true }>['value']['findings'];

const ODDITIES: Record<JsonOddity, string> = {
  'duplicate-member': remarks.duplicates,
  'prototype-member': remarks.prototypes,
  'number-not-kept': remarks.numbers,
  'broken-character': remarks.brokenCharacters,
};

interface OfForm {
  form: ObjectField | undefined;
}

const Findings = ({ findings, form }: { findings: Findings } & OfForm) => {
  const kinds = [...new Set(findings.map(({ oddity }) => oddity))];
  return (
    <>
      {kinds.map((kind) => (
        <Listed
          key={kind}
          title={ODDITIES[kind]}
          items={findings
            .filter(({ oddity }) => oddity === kind)
            .map(
              ({ pointer, text: written }) =>
                placeOf(pointer, form) + (written ? `: ${written}` : ''),
            )}
        />
      ))}
    </>
  );
};

type Examination = Extract<NonNullable<BroughtPayload['examined']>, { ok: true }>['value'];

const Contents = ({ examination, form }: { examination: Examination } & OfForm) => {
  const { unknown, files, idsOfFiles, unsent } = examination;
  return (
    <>
      <Listed
        title={remarks.missing}
        items={files
          .filter(({ path }) => path === undefined)
          .map(({ name, several }) => (several ? remarks.several(name) : name))}
      />
      <Listed
        title={remarks.unknown(unknown.length)}
        items={unknown.map(({ place, count }) => remarks.inPlaces(placeOf(place, form), count))}
      />
      {idsOfFiles.length > 0 && <p>{remarks.idsOfFiles(idsOfFiles.length)}</p>}
      {unsent > 0 && <p>{remarks.unsent(unsent)}</p>}
    </>
  );
};

/** The labels that lead to a field; its names on the wire where the layout is not known. The root itself has no name. */
const placeOf = (pointer: string, form: ObjectField | undefined): string =>
  (form ? labelPath(form, pointer).join(' › ') : pointer.slice(1)) || '{ }';

const MOST_SHOWN = 10;

const Listed = ({ title, items }: { title: string; items: readonly string[] }) => {
  if (items.length === 0) return null;
  return (
    <div>
      {title}
      <ul>
        {items.slice(0, MOST_SHOWN).map((item) => (
          <li key={item} class="file-name">
            {item}
          </li>
        ))}
        {items.length > MOST_SHOWN && <li>{text.andMore(items.length - MOST_SHOWN)}</li>}
      </ul>
    </div>
  );
};
