import { chooseRepresentacao } from '../../app/session/remembered.ts';
import { offered, representacaoInUse } from '../../app/session/represented.ts';
import { hrefOf } from '../router.ts';
import { sayRepresentacao, inNameOfText as text } from '../text/em-nome-de.ts';
import { hasEnded, nameInUse } from './known.ts';

/** In whose name the person works, and the switch where there are several. */
export const RepresentacaoMark = () => {
  const name = nameInUse();
  const link = (
    <a
      class={`strip-item ${name ? '' : 'strip-item-warn'}`}
      href={hrefOf({ screen: 'ajustes', id: 'representacao' })}
    >
      {text.strip}
    </a>
  );
  if (offered.value.length < 2) return name ? <NameOnly name={name} /> : null;
  return (
    <span class="strip-represented">
      {link}
      <select
        aria-label={text.title}
        value={representacaoInUse.value ?? ''}
        onChange={({ currentTarget }) => void chooseRepresentacao(Number(currentTarget.value))}
      >
        {representacaoInUse.value === undefined && <option value="">{text.choose}</option>}
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

const NameOnly = ({ name }: { name: string }) => (
  <a class="strip-item" href={hrefOf({ screen: 'ajustes', id: 'representacao' })}>
    {text.strip} {name}
  </a>
);
