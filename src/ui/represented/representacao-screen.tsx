import { useState } from 'preact/hooks';
import { loginWay } from '../../app/session/login-way.ts';
import { chooseRepresentacao } from '../../app/session/remembered.ts';
import {
  type OfferedRepresentacao,
  offered,
  representacaoInUse,
} from '../../app/session/represented.ts';
import { askInWhoseName } from '../../app/session/session.ts';
import { toBrazilianDate } from '../../base/civil-date.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { hrefOf } from '../router.ts';
import { sayRepresentacao } from '../text/em-nome-de.ts';
import { LOGIN_FAULTS } from '../text/faults.ts';
import { representedText as text } from '../text/representacao.ts';
import { hasEnded } from './known.ts';

const { columns } = text;

/** In whose name the person may work, what each is, and the one in use. */
export const RepresentacaoScreen = () => (
  <>
    <ScreenHead
      title={text.title}
      lead={text.lead}
      above={
        <a class="small" href={hrefOf({ screen: 'ajustes' })}>
          ← {text.toSettings}
        </a>
      }
    />
    <div class="stack">
      {offered.value.length > 0 ? <OfferedTable /> : <NobodyKnown />}
      {loginWay.value === 'pasted-token' ? (
        offered.value.length > 0 && <p class="soft">{text.fromToken}</p>
      ) : (
        <Ask />
      )}
    </div>
  </>
);

const OfferedTable = () => (
  <div class="table-scroll">
    <table class="table table-stacked">
      <TableHead
        columns={[
          ...[columns.office, columns.unit, columns.municipality, columns.time, columns.code],
          { unseen: columns.use },
        ]}
      />
      <tbody>
        {offered.value.map((each) => (
          <OfferedRow key={each.codigo} each={each} />
        ))}
      </tbody>
    </table>
  </div>
);

const OfferedRow = ({ each }: { each: OfferedRepresentacao }) => {
  const { codigo, told } = each;
  const ended = hasEnded(told?.dataFimRepresentacao);
  return (
    <tr>
      <td>{told?.representacao ?? sayRepresentacao(each)}</td>
      <td>{told?.unidade}</td>
      <td data-label={columns.municipality}>{told?.municipio}</td>
      <td data-label={columns.time}>
        {told && showTime(told.dataInicioRepresentacao, told.dataFimRepresentacao)}{' '}
        {ended && <span class="chip chip-warning">{text.ended}</span>}
        {ended && <div class="soft small">{text.endedTold}</div>}
      </td>
      <td data-label={columns.code}>{codigo}</td>
      <td>
        {representacaoInUse.value === codigo ? (
          <span class="chip chip-success">{text.inUse}</span>
        ) : (
          <Button
            aria-label={text.useOf(sayRepresentacao(each))}
            onClick={() => void chooseRepresentacao(codigo)}
          >
            {text.use}
          </Button>
        )}
      </td>
    </tr>
  );
};

const showTime = (from: string, until: string | undefined): string =>
  `${toBrazilianDate(from)} – ${until === undefined ? text.openEnd : toBrazilianDate(until)}`;

const NobodyKnown = () => (
  <Notice tone="info">
    <p>
      {text.noneHere} {text.waysTo[loginWay.value]}
    </p>
    {loginWay.value === 'certificate' && (
      <a href={hrefOf({ screen: 'certificados' })}>{text.openCertificate}</a>
    )}
    {loginWay.value === 'pasted-token' && (
      <a href={hrefOf({ screen: 'ajustes' })}>{text.toSettings}</a>
    )}
  </Notice>
);

const Ask = () => {
  const [state, setState] = useState<'asking' | 'asked' | { fault: string }>();
  const ask = async () => {
    setState('asking');
    const asked = await askInWhoseName();
    if (asked.ok) return setState('asked');
    const { error } = asked;
    setState({ fault: error === 'absent' ? text.waysTo[loginWay.value] : LOGIN_FAULTS[error] });
  };
  return (
    <div class="stack">
      <div class="actions">
        <Button disabled={state === 'asking'} onClick={() => void ask()}>
          {state === 'asking' ? text.asking : text.ask}
        </Button>
      </div>
      {typeof state === 'object' && <Notice tone="warning">{state.fault}</Notice>}
      {state === 'asked' && (
        <Notice tone="success">{offered.value.length > 0 ? text.asked : text.nobody}</Notice>
      )}
    </div>
  );
};
