import type { CheckPlace, Finding } from '../../../app/processes/types.ts';
import { hrefOf } from '../../router.ts';
import { penSettingsText } from '../../text/ajustes-pen.ts';
import { sayFinding, checksText as text } from '../../text/process-checks.ts';
import { isOnScreen, wantField } from './wanted-field.ts';

interface ChecksListProps {
  processId: string;
  findings: readonly Finding[];
}

/** All that keeps a process from being sent, at once, each a way to where it is mended. */
export const ChecksList = ({ processId, findings }: ChecksListProps) => (
  <section class="card" aria-labelledby="conferencia">
    <h2 id="conferencia" class="group-title">
      {text.title}
    </h2>
    <p role="status">{stateOf(findings)}</p>
    {findings.length > 0 && (
      <ul class="findings">
        {inOrder(findings).map((finding) => (
          <li key={keyOf(finding)}>
            <Mend processId={processId} finding={finding} />
          </li>
        ))}
      </ul>
    )}
    {findings.some(({ code }) => IN_SETTINGS.has(code)) && (
      <p class="small">
        {text.inSettings}{' '}
        <a href={hrefOf({ screen: 'ajustes', id: 'pen' })}>{penSettingsText.title}</a>.
      </p>
    )}
  </section>
);

/** What may be mended by the tables and limits that are set as well. */
const IN_SETTINGS = new Set<Finding['code']>([
  'hypothesis-unknown',
  'especie-unknown',
  'file-too-large',
  'too-large-there',
  'destination-not-allowed',
]);

const stateOf = (findings: readonly Finding[]): string =>
  findings.length === 0
    ? text.allRight
    : text.count(findings.filter(({ blocks }) => blocks).length);

/** What keeps it here before what is only to be known. */
const inOrder = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => Number(b.blocks) - Number(a.blocks));

const keyOf = ({ code, place, about }: Finding): string => JSON.stringify([code, place, about]);

const hrefTo = (processId: string, place: CheckPlace): string =>
  hrefOf({
    screen: 'processos',
    id: place.kind === 'document' ? `${processId}/${place.id}` : processId,
  });

const Mend = ({ processId, finding }: { processId: string; finding: Finding }) => {
  const { place, blocks } = finding;
  const said = (
    <>
      {!blocks && <span class="chip chip-warning">{text.warning}</span>}{' '}
      {place.kind === 'document' && text.ofDocument(place.ordem)}
      {sayFinding(finding)}
    </>
  );
  if (!isOnScreen(place)) return <span>{said}</span>;
  return (
    <a href={hrefTo(processId, place)} onClick={() => wantField(place)}>
      {said}
    </a>
  );
};
