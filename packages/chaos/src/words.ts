import type { ProcessorTimes } from './processor-time.js';
import type { SubscriptionFigures } from './subscriptions.js';
import type { LoadFigures } from './tally.js';

export type Ligne = readonly [string, string];

export function enMs(value: number | null): string {
  return value === null ? '—' : `${value.toFixed(value < 10 ? 1 : 0).replace('.', ',')} ms`;
}

export function loadLine(nom: string, figures: LoadFigures): Ligne {
  const { envoyees, echouees, parSeconde, p50Ms, p99Ms, maxMs } = figures;
  return [
    nom,
    `${envoyees} requêtes (${parSeconde.toFixed(0)}/s), ${echouees} échouées, p50 ${enMs(p50Ms)}, p99 ${enMs(p99Ms)}, max ${enMs(maxMs)}`,
  ];
}

/** Shares of one processor, in percent. */
export function processorLine(nom: string, shares: ProcessorTimes | undefined): Ligne {
  const told = Object.entries(shares ?? {}).map(
    ([qui, part]) => `${qui} ${part === null ? '—' : `${part.toFixed(0)} %`}`,
  );
  return [nom, told.join(', ') || '—'];
}

export function subscriptionLine(figures: SubscriptionFigures): Ligne {
  const { ouverts, tombes, emis, recus, perdus, doubles, erreurs } = figures;
  return [
    'abonnements',
    `${ouverts} ouverts, ${tombes} tombés ; ${emis} événements émis, ${recus} reçus, ${perdus} perdus, ${doubles} en double, ${erreurs} en erreur`,
  ];
}

/** What no scenario may show, told with the first words of what happened. */
export function loadFaults(nom: string, { echouees, raisons }: LoadFigures): string[] {
  return echouees === 0 ? [] : [`${nom} : ${echouees} requêtes échouées (${raisons.join(' ; ')})`];
}

export function subscriptionFaults(figures: SubscriptionFigures): string[] {
  const { tombes, perdus, doubles, erreurs, raisons } = figures;
  const counted: readonly (readonly [number, string])[] = [
    [tombes, 'abonnements tombés'],
    [perdus, 'événements perdus'],
    [doubles, 'événements en double'],
    [erreurs, 'événements en erreur'],
  ];
  const faults = counted.flatMap(([count, quoi]) => (count === 0 ? [] : [`${count} ${quoi}`]));
  return faults.length === 0 ? [] : [`${faults.join(', ')} (${raisons.join(' ; ') || 'sans mot'})`];
}

export function writeTable(lignes: readonly Ligne[]): string {
  const width = Math.max(...lignes.map(([nom]) => nom.length));
  return lignes.map(([nom, valeur]) => `${nom.padEnd(width)}  ${valeur}`).join('\n');
}
