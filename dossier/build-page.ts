import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** CSP Level 3 §6.7.3: only these very bytes may run. */
const sourceHash = (text: string) =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The policy of the page: it runs what stands in it and reaches nobody. */
const policyOf = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src ${sourceHash(script)}`,
    `style-src ${sourceHash(style)}`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** What would end the element it stands in (HTML §13.1.2.6). */
const ENDS_ELEMENT = /<\/(?:script|style)|<!--/i;

const pageOf = (script: string, style: string): string => {
  if (ENDS_ELEMENT.test(script) || ENDS_ELEMENT.test(style))
    throw new Error('the page of the dossier cannot hold its own script');
  return `<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Dossiê de entrega · Estafeta</title>
<style>${style}</style>
</head>
<body>
<div id="dossie"></div>
<noscript>Esta página precisa de JavaScript, que está desligado neste navegador.</noscript>
<script>${script}</script>
</body>
</html>
`;
};

/** One classic script with its style: a module does not load from `file:`. */
export const buildPage = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: here('.'),
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: here('page.tsx'), formats: ['iife'], name: 'dossie', cssFileName: 'page' },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const script = outputs.find((each) => each.type === 'chunk')?.code;
  const style = outputs.find((each) => each.type === 'asset' && each.fileName.endsWith('.css'));
  if (!script || style?.type !== 'asset' || outputs.length !== 2)
    throw new Error('the page of the dossier is one script and one style');
  return pageOf(script, String(style.source));
};

/** Ships the page with the app, which puts it into every dossier. */
export const dossierPage = (): Plugin => ({
  name: 'estafeta-dossier-page',
  apply: 'build',
  async generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'dossie.txt', source: await buildPage() });
  },
});
