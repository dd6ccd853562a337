/** What happened to one call of the matrix. */
export interface Cell {
  readonly mutation: string;
  readonly qui: string;
  /** The code that refused it, or `PASSE`. */
  readonly obtenu: string;
  readonly attendu: string;
}

/**
 * What a failed matrix prints: how many calls came out how, by mutation, then the calls that came out
 * otherwise than they should.
 */
export function describeCells(cells: readonly Cell[]): string {
  const results = [...new Set(cells.map((cell) => cell.obtenu))].sort();
  const width = Math.max(...cells.map((cell) => cell.mutation.length));
  const rows = [...new Set(cells.map((cell) => cell.mutation))].map((mutation) => {
    const counts = results.map((result) =>
      String(
        cells.filter((cell) => cell.mutation === mutation && cell.obtenu === result).length,
      ).padStart(result.length),
    );
    return `${mutation.padEnd(width)}  ${counts.join('  ')}`;
  });
  const wrong = wrongCells(cells).map(
    ({ mutation, qui, obtenu, attendu }) => `${mutation}, ${qui} : ${obtenu} au lieu de ${attendu}`,
  );
  return [`${''.padEnd(width)}  ${results.join('  ')}`, ...rows, ...wrong].join('\n');
}

export function wrongCells(cells: readonly Cell[]): readonly Cell[] {
  return cells.filter(({ obtenu, attendu }) => obtenu !== attendu);
}
