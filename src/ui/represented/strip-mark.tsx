import type { ComponentChildren } from 'preact';
import { chooseRepresentacao } from '../../app/session/remembered.ts';
import { offered, representacaoInUse } from '../../app/session/represented.ts';
import { key } from '../../app/state.ts';
import { hrefOf } from '../router.ts';
import { sayRepresentacao, inNameOfText as text } from '../text/em-nome-de.ts';
import { hasEnded, nameInUse } from './known.ts';

/** In whose name the person works, and the switch where there are several. */
export const RepresentacaoMark = () => {
  if (offered.value.length > 1) return <Switch />;
  const name = nameInUse();
  if (!name && key.value.kind === 'none') return null;
  return <ToScreen>{name ? `${text.strip} ${name}` : text.unknown}</ToScreen>;
};

const Switch = () => {
  const inUse = representacaoInUse.value;
  return (
    <span class="strip-represented">
      <ToScreen warns={inUse === undefined}>{text.strip}</ToScreen>
      <select
        aria-label={text.title}
        value={inUse ?? ''}
        onChange={({ currentTarget }) => void chooseRepresentacao(Number(currentTarget.value))}
      >
        {inUse === undefined && <option value="">{text.choose}</option>}
        {offered.value.map((each) => (
          <option key={each.codigo} value={each.codigo}>
            {sayRepresentacao(each)}
            {hasEnded(each.told?.dataFimRepresentacao) && ` (${text.ended})`}
          </option>
        ))}
      </select>
    </span>
  );
};

const ToScreen = ({ warns, children }: { warns?: boolean; children: ComponentChildren }) => (
  <a
    class={`strip-item ${warns ? 'strip-item-warn' : ''}`}
    href={hrefOf({ screen: 'ajustes', id: 'representacao' })}
  >
    {children}
  </a>
);
