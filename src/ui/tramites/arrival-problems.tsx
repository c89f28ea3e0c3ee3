import { mayAccept, mayFetchAgain } from '../../app/pen/answer-tramite.ts';
import { Notice } from '../parts/notice.tsx';
import { hrefOf } from '../router.ts';
import { penSettingsText } from '../text/ajustes-pen.ts';
import { isMendedInSettings, sayProblem, answerText as text } from '../text/tramites.ts';

/** What is not in order in what came, and what can be done about it. */
export const ArrivalProblems = ({
  problems,
}: {
  problems: readonly { code: string; what?: string }[];
}) =>
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
