import { useEffect, useState } from 'preact/hooks';
import {
  answerTramite,
  mayAccept,
  mayFetchAgain,
  suggestedMotivo,
} from '../../app/pen/answer-tramite.ts';
import { type ArrivalDetail, arrivalDetail } from '../../app/pen/arrival-detail.ts';
import { hasRole } from '../../app/pen/office.ts';
import type { PersonsWord } from '../../app/pen/types.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { hrefOf } from '../router.ts';
import { penSettingsText } from '../text/ajustes-pen.ts';
import {
  ANSWER_FAULTS,
  isMendedInSettings,
  sayProblem,
  answerText as text,
} from '../text/tramites.ts';
import type { Arrival } from './arrival-list.tsx';
import { nameOfUnit } from './name-of-unit.ts';
import { RefusalForm } from './refusal-form.tsx';
import { useRefusal } from './use-refusal.ts';

interface AnswerSheetProps {
  arrival: Arrival;
  onClose: () => void;
}

/** What came, what is not in order in it, and the person's answer. */
export const AnswerSheet = ({ arrival: { entry, tramite }, onClose }: AnswerSheetProps) => {
  const detail = useDetail(entry.id);
  const problems = detail?.problems ?? entry.progress.receive?.problems ?? [];
  const [isRefusing, setRefusing] = useState(false);
  const { refusal, write, forget } = useRefusal(entry.id, () => ({
    motivo: suggestedMotivo(problems),
    justificativa: problems.map(({ code, what }) => sayProblem(code, what)).join('\n'),
  }));
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const canAnswer = hasRole('receber') && !isBusy;
  const answer = async (given: PersonsWord) => {
    setBusy(true);
    const done = await answerTramite(entry.id, given);
    setBusy(false);
    if (!done.ok) return setFault(ANSWER_FAULTS[done.error]);
    forget();
    onClose();
  };
  const refuse = () => {
    const justificativa = refusal.justificativa.trim();
    if (justificativa === '') return setFault(text.justificationMissing);
    void answer({ kind: 'refuse', motivo: refusal.motivo, justificativa });
  };
  return (
    <Sheet
      title={text.title}
      onClose={onClose}
      actions={
        isRefusing ? (
          <>
            <Button onClick={() => setRefusing(false)}>{text.back}</Button>
            <Button look="primary" disabled={!canAnswer} onClick={refuse}>
              {text.confirmRefuse}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{text.close}</Button>
            <Button disabled={!canAnswer} onClick={() => setRefusing(true)}>
              {text.refuse}
            </Button>
            {mayFetchAgain(problems) && (
              <Button disabled={!canAnswer} onClick={() => void answer({ kind: 'fetch-again' })}>
                {text.fetchAgain}
              </Button>
            )}
            <Button
              look="primary"
              disabled={!canAnswer || !mayAccept(problems)}
              onClick={() => void answer({ kind: 'accept' })}
            >
              {text.accept}
            </Button>
          </>
        )
      }
    >
      <div class="stack">
        {!hasRole('receber') && <Notice tone="info">{text.notAllowed}</Notice>}
        {fault && <Notice tone="danger">{fault}</Notice>}
        <dl class="facts">
          <dt>{text.process}</dt>
          <dd>{tramite?.protocolo}</dd>
          <dt>{text.from}</dt>
          <dd>{tramite && nameOfUnit(tramite.remetente)}</dd>
          <dt>{text.description}</dt>
          <dd>{detail?.descricao}</dd>
          <dt>{text.documents}</dt>
          <dd>
            <ol class="plain-list small">
              {detail?.documents.map(({ ordem, nome, files }) => (
                <li key={ordem}>
                  {ordem}. {nome} <span class="soft path">{files}</span>
                </li>
              ))}
            </ol>
          </dd>
        </dl>
        {detail?.isReturn && <p>{text.returned}</p>}
        <Problems problems={problems} />
        {isRefusing ? (
          <RefusalForm refusal={refusal} onChange={write} />
        ) : (
          <p class="small soft">{text.acceptHelp}</p>
        )}
      </div>
    </Sheet>
  );
};

const Problems = ({ problems }: { problems: readonly { code: string; what?: string }[] }) =>
  problems.length === 0 ? (
    <Notice tone="success">{text.noProblem}</Notice>
  ) : (
    <Notice tone="warning">
      <strong>{text.problems}</strong>
      <ul>
        {problems.map(({ code, what }) => (
          <li key={`${code} ${what}`}>{sayProblem(code, what)}</li>
        ))}
      </ul>
      {problems.some(({ code }) => isMendedInSettings(code)) && (
        <p>
          {text.mendInSettings}{' '}
          <a href={hrefOf({ screen: 'ajustes', id: 'pen' })}>{penSettingsText.title}</a>
        </p>
      )}
      {!mayAccept(problems) && (
        <p>{mayFetchAgain(problems) ? text.fetchAgainHelp : text.cannotAccept}</p>
      )}
    </Notice>
  );

const useDetail = (entryId: string): ArrivalDetail | undefined => {
  const [detail, setDetail] = useState<ArrivalDetail>();
  useEffect(() => {
    let isWanted = true;
    void arrivalDetail(entryId).then((found) => isWanted && setDetail(found));
    return () => {
      isWanted = false;
    };
  }, [entryId]);
  return detail;
};
