import { layoutName } from '../../../app/catalogue.ts';
import { newVersionsRead } from '../../../app/refresh-layouts.ts';
import { newVersions } from '../../../app/state.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { hrefOf } from '../../router.ts';
import { layoutsText as text } from '../../text/layouts.ts';
import { showPeriod } from '../../text/units.ts';

/** Tells that the court published other versions of layouts in use, on whatever screen. */
export const LayoutNews = () => (
  <Notice tone="info">
    {text.news(
      newVersions.value.map((each) => `${layoutName(each)}, ${showPeriod(each)}`).join('; '),
    )}{' '}
    {text.newsDrafts} <a href={hrefOf({ screen: 'layouts' })}>{text.seeLayouts}</a>{' '}
    <Button look="quiet" onClick={newVersionsRead}>
      {text.dismiss}
    </Button>
  </Notice>
);
