/** What a run of checks or tests proved. A skipped test proves nothing: it counts as failed. */
export function none() {
  return { passed: 0, failed: 0 };
}

export function sum(all) {
  return all.reduce(
    (total, { passed, failed }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
    }),
    none(),
  );
}

/** Lines `check: <name> ok|failed` of `npm run check`. */
export function countChecks(lines, exitCode) {
  const counts = none();
  for (const line of lines) {
    const verdict = /^check: \S+ (ok|failed)$/.exec(line)?.[1];
    if (verdict === 'ok') counts.passed += 1;
    if (verdict === 'failed') counts.failed += 1;
  }
  return consistent(counts, exitCode);
}

/** Lines `Tests  12 passed | 1 failed (13)` of vitest; a package may run it more than once. */
export function countTests(lines, exitCode) {
  const counts = none();
  for (const line of lines) {
    const summary = /^\s*Tests\s{2,}(.*)$/.exec(line)?.[1];
    if (summary === undefined) continue;
    for (const [, number, verdict] of summary.matchAll(/(\d+) (passed|failed|skipped|todo)/g)) {
      counts[verdict === 'passed' ? 'passed' : 'failed'] += Number(number);
    }
  }
  return consistent(counts, exitCode);
}

/** A file that does not load, or a command that runs nothing, leaves no line: it is one failure. */
function consistent({ passed, failed }, exitCode) {
  const isSilentFailure = exitCode !== 0 && failed === 0;
  const isEmpty = passed + failed === 0;
  return { passed, failed: failed + (isSilentFailure || isEmpty ? 1 : 0) };
}
