import { useEffect, useState } from 'preact/hooks';
import { countMonths } from '../../app/deadlines/deadlines.ts';
import type { Month, MonthCount } from '../../app/deadlines/types.ts';
import { deliveriesWritten } from '../../app/state.ts';
import { deadlinesText as text } from '../text/prazos.ts';
import { showPeriod } from '../text/units.ts';

const WIDTH = 360;
const LINE = 22;
const LEFT = 64;
const RIGHT = 48;

/** Deliveries of twelve months by what is known of them: a drawing, and the numbers of it as a table. */
export const DeliveriesChart = ({ last }: { last: Month }) => {
  const [months, setMonths] = useState<MonthCount[]>([]);
  const written = deliveriesWritten.value;
  useEffect(() => {
    let isWanted = true;
    void countMonths(last).then((counted) => isWanted && setMonths(counted));
    return () => {
      isWanted = false;
    };
  }, [last, written]);
  return (
    <section class="stack" aria-labelledby="chart">
      <h2 id="chart">{text.chart}</h2>
      <p class="soft">{text.chartLead}</p>
      <div class="columns">
        <figure class="chart">
          <Legend />
          <Bars months={months} />
        </figure>
        <Numbers months={months} />
      </div>
    </section>
  );
};

/** Dots tell the second state from the first without any colour. */
const Dots = () => (
  <defs>
    <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" class="chart-ground" />
      <circle cx="3" cy="3" r="1.5" class="chart-pending" />
    </pattern>
  </defs>
);

const Legend = () => (
  <figcaption>
    <svg width="14" height="14" aria-hidden="true">
      <rect width="14" height="14" class="chart-homologated" />
    </svg>{' '}
    {text.chartStates.homologated}{' '}
    <svg width="14" height="14" aria-hidden="true">
      <Dots />
      <rect x="0.5" y="0.5" width="13" height="13" fill="url(#dots)" class="chart-frame" />
    </svg>{' '}
    {text.chartStates.pending}
  </figcaption>
);

const Bars = ({ months }: { months: readonly MonthCount[] }) => {
  const most = Math.max(1, ...months.map(({ homologated, pending }) => homologated + pending));
  const unit = (WIDTH - LEFT - RIGHT) / most;
  return (
    <svg
      role="img"
      aria-label={text.chartSaid}
      viewBox={`0 0 ${WIDTH} ${Math.max(1, months.length) * LINE}`}
    >
      <Dots />
      {months.map(({ mes, ano, homologated, pending }, index) => {
        const y = index * LINE;
        const middle = LEFT + homologated * unit;
        return (
          <g key={`${ano}-${mes}`}>
            <text x={LEFT - 8} y={y + 15} text-anchor="end">
              {`${String(mes).padStart(2, '0')}/${ano}`}
            </text>
            {homologated > 0 && (
              <rect
                class="chart-homologated"
                x={LEFT}
                y={y + 3}
                width={homologated * unit}
                height={LINE - 6}
              />
            )}
            {pending > 0 && (
              <rect
                class="chart-frame"
                fill="url(#dots)"
                x={middle}
                y={y + 3}
                width={pending * unit}
                height={LINE - 6}
              />
            )}
            <text x={middle + pending * unit + 6} y={y + 15}>
              {homologated + pending}
            </text>
          </g>
        );
      })}
    </svg>
  );
};

const Numbers = ({ months }: { months: readonly MonthCount[] }) => (
  <table class="table chart-numbers">
    <caption class="visually-hidden">{text.chartTable}</caption>
    <thead>
      <tr>
        <th scope="col">{text.month}</th>
        <th scope="col">{text.chartStates.homologated}</th>
        <th scope="col">{text.chartStates.pending}</th>
      </tr>
    </thead>
    <tbody>
      {months.map(({ mes, ano, homologated, pending }) => (
        <tr key={`${ano}-${mes}`}>
          <td>{showPeriod({ mes, ano })}</td>
          <td>{homologated}</td>
          <td>{pending}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
