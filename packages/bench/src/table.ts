import type { Figures, GatewayFigure } from './figures.js';

/** The figures as a person reads them. */
export function writeTable(figures: Figures): string {
  const titleOf = (name: string): string =>
    figures.scenarios.find(({ scenario }) => scenario === name)?.titre ?? name;
  const gateways = [
    [
      'scénario',
      'requêtes',
      'connexions',
      'candidat',
      'req/s',
      'p50 ms',
      'p99 ms',
      'CPU ms/req',
      '× plancher',
      'appels/req',
    ],
    ...figures.gateways.map((figure) => [
      titleOf(figure.scenario),
      figure.charge,
      String(figure.connexions),
      figure.candidat,
      figure.rps.toFixed(0),
      figure.p50Ms.toFixed(1),
      figure.p99Ms.toFixed(1),
      figure.cpuMsPerRequest.toFixed(3),
      timesFloor(figure, figures.gateways),
      figure.callsPerRequest.toFixed(1),
    ]),
  ];
  const executor = [
    [
      'exécuteur, µs CPU',
      'planifier',
      'compiler',
      'lire les réponses',
      'exécuter',
      'projeter',
      'exécuter (pair)',
    ],
    ...figures.executor.map((figure) => [
      titleOf(figure.scenario),
      ...[
        figure.planMicros,
        figure.compileMicros,
        figure.parseMicros,
        figure.executeMicros,
        figure.projectMicros,
        figure.peerExecuteMicros,
      ].map((micros) => micros.toFixed(0)),
    ]),
  ];
  const { passerelle, pair, plancher } = figures.peakRssMiB;
  return [
    aligned(gateways),
    `Mémoire résidente la plus haute, Mio : passerelle ${passerelle}, pair ${pair}, plancher ${plancher}`,
    aligned(executor),
    `« exécuter » comprend la lecture des réponses et la projection. Médianes de ${figures.repetitions} mesures de ${figures.dureeMs} ms, alternées ; journal ${figures.journal} ; ${figures.cores} cœurs ; Node ${figures.node}.`,
  ].join('\n\n');
}

function timesFloor(figure: GatewayFigure, all: readonly GatewayFigure[]): string {
  const floor = all.find(
    ({ candidat, scenario, charge, connexions }) =>
      candidat === 'plancher' &&
      scenario === figure.scenario &&
      charge === figure.charge &&
      connexions === figure.connexions,
  );
  if (floor === undefined || floor === figure) return '';
  return (figure.cpuMsPerRequest / floor.cpuMsPerRequest).toFixed(1);
}

/** Texts on the left, numbers on the right. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  }
  const isNumeric = widths.map((_, i) =>
    rows.slice(1).every((row) => /^[\d.]*$/.test(row[i] ?? '')),
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) =>
          isNumeric[i] === true ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
