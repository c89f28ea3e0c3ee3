import { useEffect, useState } from 'preact/hooks';
import { penQueue } from '../../app/pen/queue-records.ts';
import { processesWritten, tramitesWritten } from '../../app/pen/written.ts';
import { readStanding } from '../../app/processes/standing.ts';
import type { Process, Standing } from '../../app/processes/types.ts';

/** Where a process stands, read again when something is written that may tell; absent until it is known. */
export const useStanding = ({ id }: Pick<Process, 'id'>): Standing | undefined => {
  const [standing, setStanding] = useState<Standing>();
  useEffect(() => {
    let current = true;
    void readStanding({ id }).then((read) => current && setStanding(read));
    return () => {
      current = false;
    };
  }, [id, processesWritten.value, tramitesWritten.value, penQueue.value]);
  return standing;
};
