import { useState } from 'preact/hooks';
import { enterOffice } from '../../app/pen/enter-office.ts';
import { sessionEnded } from '../../app/pen/office.ts';
import { ambiente } from '../../app/state.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { TaskForm } from '../parts/task-form.tsx';
import { TextField } from '../parts/text-field.tsx';
import { ENTER_FAULTS, sayRoles, officeText as text } from '../text/entrar-no-orgao.ts';

/** User and password; in the simulator the people to train with. */
export const EnterForm = () => {
  const [usuario, setUsuario] = useState('');
  const [senha, setSenha] = useState('');
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<{ user?: string; password?: string; told?: string }>({});

  const enter = async () => {
    if (busy) return;
    if (usuario === '' || senha === '') {
      setFaults({
        ...(usuario === '' && { user: text.noUser }),
        ...(senha === '' && { password: text.noPassword }),
      });
      return;
    }
    setBusy(true);
    setFaults({});
    const entered = await enterOffice(usuario.trim(), senha).finally(() => setBusy(false));
    if (!entered.ok) setFaults({ told: ENTER_FAULTS[entered.error] });
  };

  return (
    <div class="stack">
      {sessionEnded.value && <Notice tone="warning">{text.ended}</Notice>}
      <TaskForm card onSubmit={() => void enter()}>
        <TextField
          id="office-user"
          label={text.user}
          fault={faults.user}
          value={usuario}
          onInput={setUsuario}
        />
        <TextField
          id="office-password"
          label={text.password}
          fault={faults.password}
          secret
          value={senha}
          onInput={setSenha}
        />
        {faults.told && <Notice tone="danger">{faults.told}</Notice>}
        <div class="actions">
          <Button look="primary" type="submit" aria-disabled={busy}>
            {busy ? text.entering : text.enter}
          </Button>
        </div>
      </TaskForm>
      <DemoPeople
        onUse={(person) => {
          setUsuario(person.usuario);
          setSenha(person.senha);
        }}
      />
    </div>
  );
};

interface DemoPeopleProps {
  onUse: (person: { usuario: string; senha: string }) => void;
}

const DemoPeople = ({ onUse }: DemoPeopleProps) => {
  const { demo = [], orgaos = [] } = ambiente.value?.pen ?? {};
  if (demo.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="office-demo">
      <h2 id="office-demo">{text.demoTitle}</h2>
      <p>{text.demoLead}</p>
      <div class="table-scroll">
        <table class="table table-stacked">
          <caption class="visually-hidden">{text.demoCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.columns.user}</th>
              <th scope="col">{text.columns.password}</th>
              <th scope="col">{text.columns.body}</th>
              <th scope="col">{text.columns.roles}</th>
              <th scope="col">
                <span class="visually-hidden">{text.columns.use}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {demo.map((person) => (
              <tr key={person.usuario}>
                <td data-label={text.columns.user}>{person.usuario}</td>
                <td data-label={text.columns.password}>{person.senha}</td>
                <td data-label={text.columns.body}>
                  {orgaos.find(({ id }) => id === person.orgao)?.nome}
                </td>
                <td data-label={text.columns.roles}>{sayRoles(person.papeis)}</td>
                <td>
                  <Button aria-label={text.useOf(person.usuario)} onClick={() => onUse(person)}>
                    {text.use}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
