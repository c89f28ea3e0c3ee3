import { Field } from '../parts/field.tsx';
import { CORNER_NAMES, stampText as text } from '../text/carimbo.ts';
import { StampOnPage } from './stamp-on-page.tsx';
import { StampPageField } from './stamp-page-field.tsx';
import {
  boxInCorner,
  boxOnPage,
  CORNERS,
  cornerOf,
  type PageSize,
  type StampBox,
  type StampPlace,
} from './stamp-place.ts';

interface StampPlacerProps {
  /** Of the document, in their order; at least one. */
  pages: readonly PageSize[];
  /** Nothing where no stamp is wanted. */
  value: StampPlace | undefined;
  onChange: (value: StampPlace | undefined) => void;
}

/** Chooses whether a signature is seen in the document, on which page and where on it. */
export const StampPlacer = ({ pages, value, onChange }: StampPlacerProps) => {
  const page = value && pages[value.page];

  const choosePage = (index: number | undefined) => {
    const chosen = index === undefined ? undefined : pages[index];
    if (index === undefined || !chosen) onChange(undefined);
    else if (value && page) onChange({ page: index, box: boxOnPage(value.box, page, chosen) });
    else onChange({ page: index, box: boxInCorner('bottom-right', chosen) });
  };

  return (
    <div class="stack">
      <StampPageField count={pages.length} page={value?.page} onChange={choosePage} />
      {value && page && (
        <StampPlaceField
          page={page}
          number={value.page + 1}
          box={value.box}
          onChange={(box) => onChange({ ...value, box })}
        />
      )}
    </div>
  );
};

interface StampPlaceFieldProps {
  page: PageSize;
  number: number;
  box: StampBox;
  onChange: (box: StampBox) => void;
}

/** The corners to choose from, and the page on which the stamp is moved anywhere. */
const StampPlaceField = ({ page, number, box, onChange }: StampPlaceFieldProps) => {
  const corner = cornerOf(box, page);
  return (
    <div class="stamp-place">
      <Field id="stamp-corner" label={text.place} help={text.moveHelp} group>
        {(control) => (
          <div class="stamp-choices" aria-describedby={control['aria-describedby']}>
            {CORNERS.map((each, i) => (
              <label key={each} class="radio">
                <input
                  id={i === 0 ? control.id : undefined}
                  type="radio"
                  name="stamp-corner"
                  checked={each === corner}
                  onChange={() => onChange(boxInCorner(each, page))}
                />
                {CORNER_NAMES[each]}
              </label>
            ))}
            {!corner && (
              <label class="radio">
                <input type="radio" name="stamp-corner" checked />
                {text.otherPlace}
              </label>
            )}
          </div>
        )}
      </Field>
      <StampOnPage page={page} number={number} box={box} onChange={onChange} />
    </div>
  );
};
