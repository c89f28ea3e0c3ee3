import { useRef } from 'preact/hooks';
import { type ArrayField, rowShapeOf } from '../../app/form.ts';
import { chooseRowsView, type RowsView, rowsViewOf } from '../../app/rows-view.ts';
import { Button } from '../parts/button.tsx';
import { lazy } from '../parts/lazy.tsx';
import { ImportButton } from '../table/import-button.tsx';
import { gridText as text } from '../text/grade.ts';
import { type PartProps, useForm } from './form-context.ts';
import { FormRows } from './form-rows.tsx';
import { SectionFrame } from './section-frame.tsx';

const Grid = lazy(() => import('../grid/grid.tsx').then((module) => module.Grid));

/** More rows than these would make a form of thousands of controls. */
const MOST_FORMS = 50;
/** So many rows can still be read as forms one below the other. */
const FEW_ROWS = 5;
/** So many columns fit beside each other on an office screen. */
const NARROW = 8;

/**
 * Few rows of long texts, files or rows of their own are better filled in as forms, where each field has its label,
 * help and errors; all else is a table.
 */
const usualView = (field: ArrayField, count: number): RowsView => {
  if (count > FEW_ROWS) return 'grid';
  const { columns, nested } = rowShapeOf(field.items);
  const isLong = columns.some(({ field: each }) =>
    each.kind === 'text' ? each.long : each.kind === 'file',
  );
  return nested.length > 0 || columns.length > NARROW || isLong ? 'form' : 'grid';
};

/** An array: its rows as a table or as forms. */
export const Rows = (props: PartProps<ArrayField>) => {
  const { field, value } = props;
  const { layout, readOnly } = useForm();
  const count = Array.isArray(value) ? value.length : 0;
  const hasColumns = field.items.kind === 'object' && rowShapeOf(field.items).columns.length > 0;
  // A row more must not turn the form into a table under the hands of who fills it in.
  const usual = useRef<RowsView>(undefined);
  usual.current ??= usualView(field, count);
  const chosen = rowsViewOf(layout, field.schemaPointer) ?? usual.current;
  const view = count > MOST_FORMS ? 'grid' : chosen;
  const other = view === 'grid' ? 'form' : 'grid';
  const otherView = other === 'grid' ? text.asTable : text.asForm;
  return (
    <SectionFrame {...props}>
      {hasColumns && view === 'grid' ? <Grid {...props} /> : <FormRows {...props} />}
      {hasColumns && (
        <div class="actions">
          {!readOnly.value && <ImportButton {...props} rows={Array.isArray(value) ? value : []} />}
          {count <= MOST_FORMS && (
            <Button
              look="quiet"
              aria-label={text.viewOf(otherView, field.label)}
              onClick={() => void chooseRowsView(layout, field.schemaPointer, other)}
            >
              {otherView}
            </Button>
          )}
        </div>
      )}
    </SectionFrame>
  );
};
