import { useState } from 'preact/hooks';
import { searchUnits } from '../../app/pen/units.ts';
import type { KnownUnit } from '../../app/processes/types.ts';
import { PLATFORM_FAULTS } from '../text/pen-faults.ts';

/**
 * Looks for units of a repository by the words that are typed. `found`: what the platform answered to these words;
 * `fault`: why it did not.
 */
export const useUnitSearch = (repository: number | undefined) => {
  const [wanted, setWanted] = useState('');
  const [found, setFound] = useState<readonly KnownUnit[]>();
  const [fault, setFault] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const search = async () => {
    if (repository === undefined || isAsking || wanted.trim() === '') return;
    setAsking(true);
    const answer = await searchUnits(repository, wanted).finally(() => setAsking(false));
    setFound(answer.ok ? answer.value : undefined);
    setFault(answer.ok ? undefined : PLATFORM_FAULTS[answer.error]);
  };
  const type = (words: string) => {
    setWanted(words);
    setFound(undefined);
    setFault(undefined);
  };
  return { wanted, type, found, fault, isAsking, search };
};
