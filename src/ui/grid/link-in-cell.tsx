import type { Json } from '../../base/json.ts';
import { useLink } from '../links/use-link.ts';

/** What the number in a cell refers to, beside it. */
export const LinkInCell = ({ value }: { value: Json | undefined }) => {
  const link = useLink(value);
  return link && link !== 'of-another' && link.summary ? (
    <span class="soft"> {link.summary}</span>
  ) : null;
};
