// The arrows of docs/architecture.md. A folder may import the folders named here and itself, nothing else.
const stages = {
  base: [],
  layout: ['base'],
  validation: ['base', 'layout'],
  draft: ['base', 'layout', 'validation'],
  pdf: ['base'],
  attachment: ['base', 'pdf'],
  signing: ['base', 'pdf', 'attachment'],
  outbox: ['base'],
  backup: ['base'],
  deadline: ['base'],
  protocol: ['base', 'outbox', 'signing', 'attachment', 'validation', 'process'],
  receipt: ['base', 'signing', 'outbox', 'process'],
  process: ['base', 'attachment', 'protocol', 'receipt'],
  store: [
    'base',
    'layout',
    'draft',
    'attachment',
    'signing',
    'outbox',
    'protocol',
    'receipt',
    'process',
  ],
  app: [
    'base',
    'layout',
    'validation',
    'draft',
    'pdf',
    'attachment',
    'signing',
    'outbox',
    'protocol',
    'receipt',
    'process',
    'backup',
    'deadline',
    'store',
  ],
  ui: ['app', 'base'],
  sw: ['base'],
};

const stageRules = Object.entries(stages).map(([folder, allowed]) => ({
  name: `src-${folder}-arrows`,
  severity: 'error',
  comment: `src/${folder} may import only: ${allowed.join(', ') || 'nothing'}`,
  from: { path: `^src/${folder}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^(src|server)/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}));

// Where only the shapes of another folder may be used, not its code.
const typeOnly = [
  ['signing', ['attachment']],
  ['protocol', ['outbox', 'signing', 'attachment', 'validation', 'process']],
  ['receipt', ['process']],
  ['process', ['attachment', 'protocol', 'receipt']],
  [
    'store',
    ['layout', 'draft', 'attachment', 'signing', 'outbox', 'protocol', 'receipt', 'process'],
  ],
].map(([from, to]) => ({
  name: `src-${from}-types-only`,
  severity: 'error',
  comment: `src/${from} may use the types of ${to.join(', ')}, not their code`,
  from: { path: `^src/${from}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: `^src/(${to.join('|')})/`, dependencyTypesNot: ['type-only'] },
}));

module.exports = {
  forbidden: [
    ...stageRules,
    ...typeOnly,
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'io-stays-out-of-the-core',
      severity: 'error',
      comment:
        'base to receipt are handed Http, Clock, Store, Signer: no storage or network library there',
      from: {
        path: '^src/(base|layout|validation|draft|pdf|attachment|signing|outbox|backup|deadline|protocol|receipt|process)/',
        pathNot: '\\.test\\.tsx?$',
      },
      to: { path: 'node_modules/(idb|workbox-|hono|@hono|@libsql|preact|@preact)' },
    },
    {
      name: 'ajv-stays-in-its-worker',
      severity: 'error',
      comment: 'Ajv needs eval, which only the response of its worker allows',
      from: {
        path: '^(src|server/sandbox)/',
        pathNot: '^src/validation/(verdict|ajv\\.worker)\\.ts$|\\.test\\.tsx?$',
      },
      to: { path: 'node_modules/ajv|^src/validation/verdict\\.ts$' },
    },
    {
      name: 'browser-code-knows-no-runtime',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'gateway-arrows',
      severity: 'error',
      from: { path: '^server/gateway/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(src|server)/', pathNot: '^(server/gateway|src/base)/' },
    },
    {
      name: 'sandbox-arrows',
      severity: 'error',
      comment:
        'the sandbox shares formats, the validator and verification with the app, never its code paths',
      from: { path: '^server/sandbox/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^(src|server)/',
        pathNot:
          '^(server/sandbox|src/base|src/layout|src/validation|src/pdf|src/attachment|src/signing)/',
      },
    },
    {
      name: 'only-two-files-name-a-runtime',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(node|deno)\\.ts$|\\.test\\.ts$' },
      to: { path: 'node_modules/@hono/node-server' },
    },
    {
      name: 'dossier-arrows',
      severity: 'error',
      comment:
        'the page in a dossier shares its checks, words and parts with the app, not its data',
      from: { path: '^dossier/', pathNot: '^dossier/build-page\\.ts$' },
      to: {
        path: '^(src|server)/',
        pathNot: '^src/(base|signing|receipt|ui/(dossier|parts|styles|text))/',
      },
    },
    {
      name: 'app-never-imports-server',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(server|test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
