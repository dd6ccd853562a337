import { aligned } from '../table.js';
import { BUDGET_P95_MS, type PagesFigures } from './figures.js';

/** The figures as a person reads them, the slowest first. */
export function writePagesTable(figures: PagesFigures): string {
  const rows = [
    ['page', 'requête', 'p50 ms', 'p95 ms', 'max ms', 'ko', 'erreurs'],
    ...figures.pages.map((page) => [
      page.fichier,
      page.question,
      page.p50Ms.toFixed(1),
      page.p95Ms.toFixed(1),
      page.maxMs.toFixed(1),
      (page.octets / 1000).toFixed(1),
      page.erreurs.join(' '),
    ]),
  ];
  const over = figures.pages.filter(({ p95Ms }) => p95Ms >= BUDGET_P95_MS);
  const budget =
    over.length === 0
      ? `Toutes sous ${BUDGET_P95_MS} ms au 95e centile.`
      : `Au-dessus de ${BUDGET_P95_MS} ms au 95e centile : ${over.map(({ question }) => question).join(', ')}.`;
  const { nonMesurees } = figures;
  return [
    aligned(rows),
    budget,
    ...(nonMesurees.length === 0
      ? []
      : [
          `Non mesurées : ${nonMesurees.map(({ question, raison }) => `${question} (${raison})`).join(' ; ')}.`,
        ]),
    `${figures.requetes} requêtes chacune, l’une après l’autre, taille « ${figures.taille} » ; ${figures.cores} cœurs ; Node ${figures.node}.`,
  ].join('\n\n');
}
