import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Commit that is published: said, else the CI's, else that of the folder; null when nobody knows. */
export async function lireCommit(
  dit: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  dossier: string,
): Promise<string | undefined> {
  const connu = dit || env['CI_COMMIT_SHA'] || env['GITHUB_SHA'];
  if (connu) return connu.slice(0, 100);
  try {
    const { stdout } = await run('git', ['rev-parse', 'HEAD'], { cwd: dossier, timeout: 5_000 });
    return stdout.trim() || undefined;
  } catch {
    // No git, or not a checkout: the journal will say nothing rather than something wrong.
    return undefined;
  }
}
