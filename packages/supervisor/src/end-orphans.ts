import { setTimeout as delay } from 'node:timers/promises';
import type { ProcessDefinition } from './managed-process.js';
import { isRunning, signalGroup } from './process-signals.js';
import { readStateFile } from './state-file.js';

const PATIENCE_MS = 6_000;
const POLL_MS = 25;

/**
 * Ends what a killed supervisor left running: its children stop by themselves when it dies, unless
 * they hang; they would hold the ports.
 */
export async function endOrphans(
  dossier: string,
  definitions: readonly ProcessDefinition[],
): Promise<void> {
  const orphans = (readStateFile(dossier)?.processus ?? []).flatMap(({ nom, pid }) => {
    const definition = definitions.find((candidate) => candidate.nom === nom);
    return definition !== undefined && isRunning(pid, definition.script)
      ? [{ pid, script: definition.script }]
      : [];
  });
  for (const { pid } of orphans) signalGroup(pid, 'SIGTERM');
  const killAt = Date.now() + PATIENCE_MS;
  for (const { pid, script } of orphans) {
    while (isRunning(pid, script)) {
      if (Date.now() > killAt) signalGroup(pid, 'SIGKILL');
      await delay(POLL_MS);
    }
  }
}
