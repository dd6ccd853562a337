import type { Server } from 'node:net';

/**
 * What this process is told first. From then on it leaves as soon as whoever started it closes the
 * channel or dies: nothing outlives a measure.
 */
export function readSettings(): Promise<unknown> {
  process.on('disconnect', () => process.exit(0));
  return new Promise((resolve) => process.once('message', resolve));
}

/** Says that the role can be played, and answers every question. */
export function playRole(
  ready: object,
  answer: (question: unknown) => Promise<object> | object,
): void {
  process.on('message', (question: unknown) => {
    Promise.resolve(answer(question)).then(tell, (error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  });
  tell(ready);
}

/** For a process that is measured: whatever it is asked, what it has spent so far. */
export function usage(): object {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpuMicros: userCPUTime + systemCPUTime, peakRssKiB: maxRSS };
}

/** On the loopback, at a port that the system chooses. */
export function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no TCP address'));
      else resolve(address.port);
    });
  });
}

function tell(message: object): void {
  process.send?.(message);
}
