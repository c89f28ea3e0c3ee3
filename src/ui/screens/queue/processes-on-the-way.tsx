import { processesOnTheWay } from '../../../app/pen/on-the-way.ts';
import { hrefOf } from '../../router.ts';
import { queueText as text } from '../../text/fila.ts';

/** Processes have a queue of their own; here it is only told that there is something on it. */
export const ProcessesOnTheWay = () => {
  const count = processesOnTheWay.value;
  if (count === 0) return null;
  return (
    <p>
      <a href={hrefOf({ screen: 'processos', id: 'em-tramite' })}>{text.processes(count)}</a>
    </p>
  );
};
