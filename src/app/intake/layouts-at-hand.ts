import { isJsonObject, parseJson } from '../../base/json.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type LayoutShape, shapeOf } from '../../draft/intake/layout-shape.ts';
import { CATALOGUE, sampleAddress } from '../../layout/catalogue.ts';
import type { CachedLayout, ObjectField } from '../../layout/types.ts';
import { formOf } from '../layout-form.ts';
import { type LayoutFault, type LayoutPeriod, layoutFor } from '../layouts.ts';

const textOf = (response: Response): Promise<string> => response.text();

let shapes: Promise<LayoutShape[]> | undefined;

/** The shapes of all layouts of which a sample comes with the app; one that cannot be got is known by its name alone. */
export const layoutShapes = (): Promise<LayoutShape[]> => {
  shapes ??= Promise.all(
    CATALOGUE.flatMap((accounts) => accounts.layouts).map(async (layout) => {
      const sample = await fetch(`.${sampleAddress(layout)}`).then(textOf, () => '');
      const schema = parseJson(sample);
      return shapeOf(layout, isJsonObject(schema) ? schema : {});
    }),
  );
  return shapes;
};

/** A layout with its form. */
export interface LayoutAtHand {
  layout: CachedLayout;
  form: ObjectField;
}

/** Looks up layouts, each month of each once. */
export const layoutsAtHand = () => {
  const found = new Map<string, Promise<Result<LayoutAtHand, LayoutFault>>>();
  return (period: LayoutPeriod): Promise<Result<LayoutAtHand, LayoutFault>> => {
    const name = [period.spc, period.slp, period.ano, period.mes].join('/');
    const known = found.get(name) ?? lookUp(period);
    found.set(name, known);
    return known;
  };
};

const lookUp = async (period: LayoutPeriod): Promise<Result<LayoutAtHand, LayoutFault>> => {
  const layout = await layoutFor(period);
  return layout.ok
    ? ok({ layout: layout.value, form: await formOf(layout.value) })
    : err(layout.error);
};
