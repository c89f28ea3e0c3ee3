import { useState } from 'preact/hooks';
import {
  answerTramite,
  mayAccept,
  mayFetchAgain,
  suggestedMotivo,
} from '../../app/pen/answer-tramite.ts';
import { hasRole, office } from '../../app/pen/office.ts';
import type { PersonsWord } from '../../app/pen/types.ts';
import type { Component } from '../../app/processes/types.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { ViewSheet } from '../processes/document/view-sheet.tsx';
import { hrefOf } from '../router.ts';
import { officeText } from '../text/entrar-no-orgao.ts';
import { ANSWER_FAULTS, sayProblem, answerText as text } from '../text/tramites.ts';
import { ArrivalFacts } from './arrival-facts.tsx';
import type { Arrival } from './arrival-list.tsx';
import { ArrivalProblems } from './arrival-problems.tsx';
import { RefusalForm } from './refusal-form.tsx';
import { useArrivalDetail } from './use-arrival-detail.ts';
import { useRefusal } from './use-refusal.ts';

interface AnswerSheetProps {
  arrival: Arrival;
  onClose: () => void;
}

/** What came, what is not in order in it, and the person's answer. */
export const AnswerSheet = ({ arrival: { entry, tramite }, onClose }: AnswerSheetProps) => {
  const detail = useArrivalDetail(entry.id);
  const problems = detail?.problems ?? entry.progress.receive?.problems ?? [];
  const [isRefusing, setRefusing] = useState(false);
  const [refusal, write] = useRefusal(entry.id, {
    motivo: suggestedMotivo(problems),
    justificativa: problems.map(({ code, what }) => sayProblem(code, what)).join('\n'),
  });
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [seen, setSeen] = useState<Component>();
  const canAnswer = hasRole('receber') && !isBusy;
  const answer = async (given: PersonsWord) => {
    setBusy(true);
    const done = await answerTramite(entry.id, given);
    setBusy(false);
    if (!done.ok) return setFault(ANSWER_FAULTS[done.error]);
    onClose();
  };
  const refuse = () => {
    const justificativa = refusal.justificativa.trim();
    if (justificativa === '') return setFault(text.justificationMissing);
    void answer({ kind: 'refuse', motivo: refusal.motivo, justificativa });
  };
  return (
    <>
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
                <Button
                  look="primary"
                  disabled={!canAnswer}
                  onClick={() => void answer({ kind: 'fetch-again' })}
                >
                  {text.fetchAgain}
                </Button>
              )}
              {mayAccept(problems) && (
                <Button
                  look="primary"
                  disabled={!canAnswer}
                  onClick={() => void answer({ kind: 'accept' })}
                >
                  {text.accept}
                </Button>
              )}
            </>
          )
        }
      >
        <div class="stack">
          {!office.value && (
            <Notice tone="info">
              {text.enterFirst}{' '}
              <a href={hrefOf({ screen: 'processos', id: 'entrar' })}>{officeText.title}</a>
            </Notice>
          )}
          {office.value && !hasRole('receber') && <Notice tone="info">{text.notAllowed}</Notice>}
          {fault && <Notice tone="danger">{fault}</Notice>}
          <ArrivalFacts tramite={tramite} detail={detail} onSee={setSeen} />
          <ArrivalProblems problems={problems} />
          {isRefusing ? (
            <RefusalForm refusal={refusal} onChange={write} />
          ) : (
            mayAccept(problems) && <p class="small soft">{text.acceptHelp}</p>
          )}
        </div>
      </Sheet>
      {seen && <ViewSheet component={seen} onClose={() => setSeen(undefined)} />}
    </>
  );
};
