import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { JsonObject } from '../../../base/json.ts';
import { draftText as text } from '../../text/rascunho.ts';

/** Ms without a change after which the text is made again. */
const PAUSE = 500;

/** So many characters are shown; a payroll has millions. */
const MOST = 100_000;

const textOf = (payload: JsonObject): string => JSON.stringify(payload, null, 2);

/** The data as they would be sent, a moment after each change. */
export const PayloadText = ({ payload }: { payload: ReadonlySignal<JsonObject> }) => {
  const now = payload.value;
  const [shown, setShown] = useState(() => textOf(now));
  useEffect(() => {
    const timer = setTimeout(() => setShown(textOf(now)), PAUSE);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <>
      {shown.length > MOST && <p class="soft small">{text.onlyBeginning}</p>}
      <pre class="payload mono">{shown.slice(0, MOST)}</pre>
    </>
  );
};
