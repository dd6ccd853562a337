/**
 * Boundary rules: imports run one way (ARCHITECTURE.md). Each rule says why in its comment.
 * The swc parser is required: TypeScript 7 exposes no compiler API, and without a parser
 * every file would be skipped and all would look green. `infra/local/check.mjs` cruises the
 * fixture in infra/boundaries and fails if its wrong import is not refused.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'A cycle hides which idea depends on which. Types alone may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'service-stands-alone',
      comment: 'A partner asks another partner through the graph, never by import.',
      severity: 'error',
      from: { path: '(^|/)services/([^/]+)/' },
      to: { path: '(^|/)services/', pathNot: '(^|/)services/$2/' },
    },
    {
      name: 'module-stands-alone',
      comment: 'Modules meet in the shell’s slots.',
      severity: 'error',
      from: { path: '(^|/)frontends/([^/]+)/' },
      to: { path: '(^|/)frontends/', pathNot: '(^|/)frontends/$2/' },
    },
    {
      name: 'frontend-imports-portal-packages-only',
      severity: 'error',
      comment: 'The browser gets portal-kit and portal-ui; the rest belongs to servers and builds.',
      from: { path: '(^|/)frontends/[^/]+/src/' },
      to: {
        path: '(^|/)(packages/(?!portal-)|services/|gateway/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'gateway-imports-packages-only',
      severity: 'error',
      from: { path: '(^|/)gateway/' },
      to: { path: '(^|/)(services|frontends)/' },
    },
    {
      name: 'gateway-packages',
      comment: 'gateway -> planner, executor, composition, identity, publication.',
      severity: 'error',
      from: { path: '(^|/)gateway/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '(^|/)packages/(?!planner/|executor/|composition/|identity/|publication/)' },
    },
    {
      name: 'packages-know-no-room-above',
      severity: 'error',
      from: { path: '(^|/)packages/' },
      to: { path: '(^|/)(services|gateway|frontends)/' },
    },
    {
      name: 'planner-is-pure',
      severity: 'error',
      from: { path: '(^|/)packages/planner/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '(^|/)packages/', pathNot: '(^|/)packages/planner/' },
    },
    {
      name: 'executor-knows-plan-types-only',
      severity: 'error',
      from: { path: '(^|/)packages/executor/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '(^|/)packages/', pathNot: '(^|/)packages/(executor|planner)/' },
    },
    {
      name: 'pure-packages-do-no-io',
      comment: 'planner, executor, composition: no HTTP, no files, no framework.',
      severity: 'error',
      from: {
        path: '(^|/)packages/(planner|executor|composition)/src/',
        pathNot: '\\.test\\.ts$',
      },
      to: { path: '^(node:)?(http|https|http2|net|fs|fs/promises|child_process|tls)$' },
    },
    {
      name: 'domain-knows-rules-only',
      comment: 'The rules know nothing of the database, the API or the environment.',
      severity: 'error',
      from: { path: '/domain/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '(/postgres/|/graphql/|/platform/|node_modules/(\\.pnpm/)?(graphql|type-graphql|typeorm|pg)[@/])',
      },
    },
    {
      name: 'use-cases-know-ports-only',
      severity: 'error',
      from: { path: '/use-cases/', pathNot: '\\.test\\.ts$' },
      to: { path: '(/postgres/|/graphql/)' },
    },
    {
      name: 'graphql-does-not-reach-the-database',
      severity: 'error',
      from: { path: '/src/[^/]+/graphql/', pathNot: '\\.test\\.ts$' },
      to: { path: '(/postgres/|node_modules/(\\.pnpm/)?typeorm[@/])' },
    },
    {
      name: 'federation-glue-has-one-importer',
      comment:
        'type-graphql 2 is a release candidate: its federation glue stays behind packages/subgraph.',
      severity: 'error',
      from: { path: '(^|/)(services|gateway)/[^/]*/?src/', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/(\\.pnpm/)?@apollo[+/](subgraph|server)[@/]' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '/generated/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: '(/generated/)' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.css', '.graphql'],
    },
  },
};
