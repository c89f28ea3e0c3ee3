import { useState } from 'preact/hooks';
import { runQueue } from '../../app/queue/sender.ts';
import { canLogin, LOGIN_WAYS, type LoginWay, loginWay } from '../../app/session/login-way.ts';
import { pasteToken } from '../../app/session/tokens.ts';
import { chooseAmbiente, saveSettings } from '../../app/start.ts';
import { ambiente, ambientes, copiesKnown, idleMinutes } from '../../app/state.ts';
import { showInstant } from '../../base/civil-date.ts';
import { CopySection } from '../backup/copy-section.tsx';
import { RestoreSection } from '../backup/restore-section.tsx';
import { PersonnelSetting } from '../change/personnel-setting.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { TaskForm } from '../parts/task-form.tsx';
import { TextField } from '../parts/text-field.tsx';
import { hrefOf } from '../router.ts';
import { DamageNotice } from '../storage/damage-notice.tsx';
import { RoomSection } from '../storage/room-section.tsx';
import { LOGIN_WAY_NAMES, settingsText as text } from '../text/ajustes.ts';
import { STORAGE_FULL } from '../text/armazenamento.ts';
import { consultText } from '../text/consulta.ts';
import { TOKEN_FAULTS } from '../text/faults.ts';
import { homeText } from '../text/inicio.ts';
import { representedText } from '../text/representacao.ts';
import { SendingSettings } from './sending-settings.tsx';

export const SettingsScreen = () => (
  <>
    <ScreenHead title={text.title} lead={<Further />} />
    <DamageNotice />
    <div class="columns">
      <div class="stack">
        <Environment />
        <RoomSection />
        <Notifications />
        <RestoreSection />
      </div>
      <div class="stack">
        {copiesKnown.value && <CopySection />}
        <Login />
        {loginWay.value === 'pasted-token' && <PasteToken />}
        <SendingSettings />
        <PersonnelSetting />
      </div>
    </div>
  </>
);

const Further = () => (
  <>
    <a href={hrefOf({ screen: 'ajustes', id: 'representacao' })}>{representedText.title}</a>
    {' · '}
    <a href={hrefOf({ screen: 'ajustes', id: 'consulta' })}>{consultText.title}</a>
    {' · '}
    <a href={hrefOf({ screen: 'ajustes', id: 'prazos' })}>{homeText.deadlineSettings}</a>
    {ambiente.value?.pen && (
      <>
        {' · '}
        <a href={hrefOf({ screen: 'ajustes', id: 'pen' })}>{text.processes}</a>
      </>
    )}
  </>
);

const Environment = () => (
  <section class="card stack" aria-labelledby="environment">
    <h2 id="environment">{text.environment}</h2>
    <p>{text.environmentLead}</p>
    {ambientes.value.length === 0 && <Notice tone="warning">{text.noEnvironment}</Notice>}
    <div class="radio-list">
      {ambientes.value.map(({ id, nome, tipo, hosts }) => (
        <label key={id}>
          <input
            type="radio"
            name="ambiente"
            checked={ambiente.value?.id === id}
            onChange={() => void chooseAmbiente(id)}
          />{' '}
          <strong>{nome}</strong> ({text.types[tipo]})<div class="mono soft">{hosts.recepcao}</div>
        </label>
      ))}
    </div>
    <p class="soft small">{text.inferred}</p>
  </section>
);

const Login = () => {
  const [way, setWay] = useState<LoginWay>(loginWay.value);
  const [minutes, setMinutes] = useState(String(idleMinutes.value));
  const [outcome, setOutcome] = useState<'saved' | 'bad' | 'not-kept'>();
  const save = async () => {
    const count = Number(minutes);
    if (!Number.isInteger(count) || count < 1 || count > 480) return setOutcome('bad');
    const saved = await saveSettings(way, count);
    setOutcome(saved.ok ? 'saved' : 'not-kept');
  };
  return (
    <TaskForm onSubmit={() => void save()} card>
      <fieldset class="radio-list">
        <legend class="field-label">{text.login}</legend>
        {LOGIN_WAYS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="login"
              checked={way === each}
              disabled={!canLogin(each, ambiente.value)}
              onChange={() => setWay(each)}
            />{' '}
            {LOGIN_WAY_NAMES[each].name}
            <div class="soft small">{LOGIN_WAY_NAMES[each].help}</div>
          </label>
        ))}
      </fieldset>
      <TextField
        id="idle"
        label={text.idle}
        fault={outcome === 'bad' ? text.badMinutes : undefined}
        numeric
        value={minutes}
        onInput={setMinutes}
      />
      {outcome === 'not-kept' && <Notice tone="danger">{text.notKept(STORAGE_FULL)}</Notice>}
      {outcome === 'saved' && <Notice tone="success">{text.saved}</Notice>}
      <Button type="submit">{text.save}</Button>
    </TaskForm>
  );
};

const PasteToken = () => {
  const [value, setValue] = useState('');
  const [fault, setFault] = useState<string>();
  const [until, setUntil] = useState<number>();
  const take = () => {
    const taken = pasteToken(value);
    setFault(taken.ok ? undefined : TOKEN_FAULTS[taken.error]);
    if (!taken.ok) return;
    setUntil(taken.value.expiresAt);
    setValue('');
    runQueue();
  };
  return (
    <TaskForm onSubmit={() => void take()} card>
      <h2>{text.tokenTitle}</h2>
      <p>{text.tokenLead}</p>
      <Field id="token" label={text.token} errors={fault ? [fault] : []}>
        {(control) => (
          <textarea
            {...control}
            class="input mono"
            rows={4}
            autocomplete="off"
            value={value}
            onInput={({ currentTarget }) => setValue(currentTarget.value)}
          />
        )}
      </Field>
      {until !== undefined && <Notice tone="success">{text.tokenTaken(showInstant(until))}</Notice>}
      <Button look="primary" type="submit">
        {text.takeToken}
      </Button>
    </TaskForm>
  );
};

const Notifications = () => {
  const [permission, setPermission] = useState(() => Notification.permission);
  const told = text.notifyStates[permission];
  return (
    <section class="card stack" aria-labelledby="notify">
      <h2 id="notify">{text.notify}</h2>
      <p>{text.notifyLead}</p>
      {told ? (
        <p>{told}</p>
      ) : (
        <Button onClick={() => void Notification.requestPermission().then(setPermission)}>
          {text.notifyAllow}
        </Button>
      )}
    </section>
  );
};
