import type { ListedAuthority, ListedEvidence } from '../../app/trust/trust-view.ts';
import { civilDateOf, showInstant, toBrazilianDate } from '../../base/civil-date.ts';
import { Button } from '../parts/button.tsx';
import { trustText as text } from '../text/confianca.ts';

const day = (instant: number) => toBrazilianDate(civilDateOf(instant));

/** In groups of four, as people compare it. */
const showHash = (hash: string) => hash.replace(/(.{4})(?=.)/g, '$1 ');

export const AnchorRow = ({ anchor }: { anchor: ListedAuthority }) => (
  <dl class="facts">
    <dt>{text.name}</dt>
    <dd>{anchor.name}</dd>
    <dt>{text.until}</dt>
    <dd>{day(anchor.until)}</dd>
    <dt>{text.hash}</dt>
    <dd class="mono small">{showHash(anchor.id)}</dd>
  </dl>
);

interface Forgettable {
  onForget: (id: string) => void;
}

const Forget = ({ id, name, onForget }: Forgettable & { id: string; name: string }) => (
  <div class="actions">
    <Button look="quiet" aria-label={text.forgetNamed(name)} onClick={() => onForget(id)}>
      {text.forget}
    </Button>
  </div>
);

export const AuthorityRow = ({
  authority,
  onForget,
}: Forgettable & { authority: ListedAuthority }) => (
  <article>
    <dl class="facts">
      <dt>{text.name}</dt>
      <dd>{authority.name}</dd>
      <dt>{text.issuer}</dt>
      <dd>{authority.issuer}</dd>
      <dt>{text.until}</dt>
      <dd>{day(authority.until)}</dd>
    </dl>
    <Forget id={authority.id} name={authority.name} onForget={onForget} />
  </article>
);

export const EvidenceRow = ({ evidence, onForget }: Forgettable & { evidence: ListedEvidence }) => {
  const { id, issuer, made, until, source, obtainedAt } = evidence;
  const name = issuer === undefined ? text.answer : text.list(issuer);
  return (
    <article>
      <p>
        <strong>{name}</strong>
      </p>
      <dl class="facts">
        <dt>{text.made}</dt>
        <dd>{showInstant(made ?? obtainedAt)}</dd>
        {until !== undefined && (
          <>
            <dt>{text.next}</dt>
            <dd>
              {showInstant(until)}{' '}
              {until < Date.now() && <span class="chip chip-warning">{text.overdue}</span>}
            </dd>
          </>
        )}
        <dt>{text.source}</dt>
        <dd>{source}</dd>
      </dl>
      <Forget id={id} name={name} onForget={onForget} />
    </article>
  );
};
