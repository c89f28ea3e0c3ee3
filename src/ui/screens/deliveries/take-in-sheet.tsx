import { useState } from 'preact/hooks';
import { periodFault } from '../../../app/catalogue.ts';
import {
  type TakenIn,
  takeInByPerson,
  type WhatToTakeIn,
} from '../../../app/deliveries/take-in.ts';
import type { LayoutPeriod } from '../../../app/layouts.ts';
import { isUuid } from '../../../base/ids.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { takeInText as text } from '../../text/entregas-no-tribunal.ts';
import { PERIOD_FAULTS } from '../../text/rascunhos.ts';
import { newestPeriod, PeriodFields } from '../period-fields.tsx';
import { AskFault } from './ask-fault.tsx';
import { useCourt } from './use-court.ts';

/** Asks the court for deliveries that were made elsewhere, and keeps what it shows. */
export const TakeInSheet = ({ onClose }: { onClose: () => void }) => {
  const [period, setPeriod] = useState(newestPeriod);
  const [by, setBy] = useState<By>('id');
  const [named, setNamed] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [taken, setTaken] = useState<TakenIn>();
  const { ask, stop, isAsking, fault } = useCourt();

  const go = async () => {
    setTaken(undefined);
    const what = whatBy(by, named.trim());
    const fault = periodFaultOf(period) ?? (what === undefined ? WRONG[by] : undefined);
    setWrong(fault);
    if (fault !== undefined || !what) return;
    setTaken(await ask((signal) => takeInByPerson(period, what, signal)));
  };

  return (
    <Sheet
      title={text.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={isAsking ? stop : onClose}>{isAsking ? text.stop : text.close}</Button>
          <Button look="primary" disabled={isAsking} onClick={() => void go()}>
            {isAsking ? text.asking : text.go}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>{text.lead}</p>
        <PeriodFields value={period} onChange={setPeriod} />
        <div>
          <fieldset class="radio-list">
            <legend class="field-label">{text.how}</legend>
            {BY.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name="trazer-quais"
                  checked={by === each}
                  onChange={() => {
                    setBy(each);
                    setWrong(undefined);
                  }}
                />{' '}
                {text.by[each]}
              </label>
            ))}
          </fieldset>
        </div>
        {by !== 'list' && (
          <TextField
            id="trazer-qual"
            label={text.named[by]}
            help={text.namedHelp[by]}
            value={named}
            onInput={setNamed}
          />
        )}
        {wrong && <Notice tone="danger">{wrong}</Notice>}
        {fault && <AskFault fault={fault} />}
        {taken && <Told taken={taken} />}
      </div>
    </Sheet>
  );
};

const BY = ['id', 'recibo', 'list'] as const;
type By = (typeof BY)[number];

const WRONG: Record<By, string | undefined> = {
  id: text.badId,
  recibo: text.badRecibo,
  list: undefined,
};

const whatBy = (by: By, named: string): WhatToTakeIn | undefined => {
  if (by === 'list') return { by };
  if (by === 'recibo') return isUuid(named) ? { by, recibo: named.toLowerCase() } : undefined;
  return /^\d{1,15}$/.test(named) ? { by, courtId: Number(named) } : undefined;
};

const periodFaultOf = ({ mes, ano }: LayoutPeriod): string | undefined => {
  const fault = periodFault(mes, ano);
  return fault && PERIOD_FAULTS[fault];
};

const Told = ({ taken: { added, known } }: { taken: TakenIn }) => {
  if (added.length + known.length === 0) return <Notice tone="info">{text.empty}</Notice>;
  const differing = known.filter(({ look }) => look?.differs !== undefined).length;
  return (
    <Notice tone={differing > 0 ? 'warning' : 'success'}>
      {added.length > 0 ? text.added(added.length) : text.none}{' '}
      {known.length > 0 && text.known(known.length)} {differing > 0 && text.differing(differing)}
    </Notice>
  );
};
