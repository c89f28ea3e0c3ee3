import { entriesOfOthers } from '../../app/queue/entries-in-use.ts';
import { isFinal } from '../../app/queue/queue-records.ts';
import { hrefOf } from '../router.ts';
import { representedText as text } from '../text/representacao.ts';
import { waitsForPerson } from '../waiting.ts';

/** What of the queue is another representação's: it is sent as well, and told of here in one line. */
export const OthersOnQueue = () => {
  const others = entriesOfOthers.value.filter((entry) => !isFinal(entry));
  if (others.length === 0) return null;
  const waiting = others.filter(waitsForPerson).length;
  return (
    <p class="soft">
      {text.queueOfOthers(others.length)} {waiting > 0 && `${text.queueOfOthersWaits(waiting)} `}
      {text.queueOfOthersGoOn}{' '}
      <a href={hrefOf({ screen: 'ajustes', id: 'representacao' })}>{text.title}</a>
    </p>
  );
};
