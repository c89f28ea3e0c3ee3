import { useId, useRef } from 'preact/hooks';
import { stampText as text } from '../text/carimbo.ts';
import { moveBox, type PageSize, type StampBox, toMillimetres, toPoints } from './stamp-place.ts';

/** Millimetres that an arrow key moves the stamp; with Shift, many. */
const STEP = 2;
const LARGE_STEP = 10;

/** To the right and up, in steps. */
const ARROWS: Record<string, readonly [right: number, up: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

interface StampOnPageProps {
  page: PageSize;
  /** From 1. */
  number: number;
  box: StampBox;
  onChange: (box: StampBox) => void;
}

const share = (part: number, whole: number): string => `${(100 * part) / whole}%`;

/** The page in its true proportions; the stamp on it is moved by pointer or by arrow keys. */
export const StampOnPage = ({ page, number, box, onChange }: StampOnPageProps) => {
  const drawn = useRef<HTMLDivElement>(null);
  const grip = useRef<{ x: number; y: number; box: StampBox }>(null);
  const distanceId = useId();
  const [x, y, width, height] = box;

  const drag = (event: PointerEvent) => {
    const area = drawn.current?.getBoundingClientRect();
    if (!grip.current || !area) return;
    const scale = page.width / area.width;
    const right = (event.clientX - grip.current.x) * scale;
    const up = (grip.current.y - event.clientY) * scale;
    onChange(moveBox(grip.current.box, page, right, up));
  };

  const step = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const points = toPoints(event.shiftKey ? LARGE_STEP : STEP);
    onChange(moveBox(box, page, arrow[0] * points, arrow[1] * points));
  };

  return (
    <figure class="stamp-figure">
      <div
        ref={drawn}
        class={page.width > page.height ? 'stamp-page stamp-page-lying' : 'stamp-page'}
        style={{ aspectRatio: `${page.width} / ${page.height}` }}
      >
        <button
          type="button"
          class="stamp-on-page"
          aria-describedby={distanceId}
          style={{
            left: share(x, page.width),
            bottom: share(y, page.height),
            width: share(width, page.width),
            height: share(height, page.height),
          }}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            grip.current = { x: event.clientX, y: event.clientY, box };
          }}
          onPointerMove={drag}
          onPointerUp={() => {
            grip.current = null;
          }}
          onPointerCancel={() => {
            grip.current = null;
          }}
          onKeyDown={step}
          aria-label={text.stamp}
        >
          {text.stampShort}
        </button>
      </div>
      <figcaption>
        {text.page(number)}{' '}
        <span id={distanceId} role="status">
          {text.distance(toMillimetres(x), toMillimetres(y))}
        </span>
      </figcaption>
    </figure>
  );
};
