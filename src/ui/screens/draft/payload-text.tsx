import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { linkPlace } from '../../../app/links/place.ts';
import { shownPayload } from '../../../app/links/shown-payload.ts';
import type { JsonObject } from '../../../base/json.ts';
import { linkText } from '../../text/ligacoes.ts';
import { draftText as text } from '../../text/rascunho.ts';

/** Ms without a change after which the text is made again. */
const PAUSE = 500;

/** So many characters are shown; a payroll has millions. */
const MOST = 100_000;

const textOf = async (payload: JsonObject): Promise<string> =>
  JSON.stringify(await shownPayload(payload, linkPlace(), linkText.noNumber), null, 2);

/** The data as they would be sent, a moment after each change. */
export const PayloadText = ({ payload }: { payload: ReadonlySignal<JsonObject> }) => {
  const now = payload.value;
  const [shown, setShown] = useState('');
  useEffect(() => {
    let gone = false;
    const show = async () => {
      const text = await textOf(now);
      if (!gone) setShown(text);
    };
    const timer = setTimeout(() => void show(), shown === '' ? 0 : PAUSE);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [now]);
  return (
    <>
      {shown.length > MOST && <p class="soft small">{text.onlyBeginning}</p>}
      <pre class="payload mono">{shown.slice(0, MOST)}</pre>
    </>
  );
};
