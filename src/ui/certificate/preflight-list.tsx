import type { Check, CheckLevel } from '../../app/form.ts';
import { CHECK_LEVELS, sayCheck, preflightText as text } from '../text/preflight.ts';

const CHIPS: Record<CheckLevel, string> = {
  ok: 'chip-success',
  warn: 'chip-warning',
  stop: 'chip-danger',
};

const BY_GRAVITY: readonly CheckLevel[] = ['stop', 'warn', 'ok'];

/** What was checked before a signature, the gravest first. */
export const PreflightList = ({ checks }: { checks: readonly Check[] | undefined }) => (
  <section aria-labelledby="antes-de-assinar" aria-busy={!checks}>
    <h3 id="antes-de-assinar">{text.title}</h3>
    {!checks && <p class="soft">{text.checking}</p>}
    <ul class="checks">
      {BY_GRAVITY.flatMap((level) => checks?.filter((check) => check.level === level) ?? []).map(
        (check) => (
          <li key={check.code} data-check={check.code}>
            <span class={`chip ${CHIPS[check.level]}`}>{CHECK_LEVELS[check.level]}</span>
            <span>{sayCheck(check)}</span>
          </li>
        ),
      )}
    </ul>
  </section>
);
