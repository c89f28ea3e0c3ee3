/**
 * Second opinions on every kind of signature the app makes: OpenSSL and BouncyCastle on CMS, poppler and qpdf on PDF,
 * OpenSSL on the receipts of PEN.
 * Made by the app's own modules in Node, and by the app in a browser, whose test runs first. Ends with
 * `N passed, N failed`; a missing tool is a failure.
 */
import { filesOfTheBrowser } from './browser-story.ts';
import { finish } from './checks.ts';
import { makeP7s } from './p7s.ts';
import { checkRefusedPdfs, makePdfs, makePolicyPdfs } from './pdf.ts';
import { judgePenReceipts } from './pen-receipts.ts';
import { makeP7sOfSeveral } from './several-signers.ts';
import { judgeCms } from './signed-cms.ts';
import { judgePdfs } from './signed-pdf.ts';
import { makeStampedP7s } from './timestamps.ts';
import { requireTools } from './tools.ts';
import { trustSyntheticRoots } from './trusted.ts';

requireTools();
trustSyntheticRoots();
const saved = filesOfTheBrowser();
judgeCms([
  saved.p7s,
  ...(await makeP7s()),
  ...(await makeP7sOfSeveral()),
  ...(await makeStampedP7s()),
  ...(await makePolicyPdfs()),
]);
judgePdfs([saved.pdf, ...(await makePdfs())]);
await checkRefusedPdfs();
await judgePenReceipts();
finish();
