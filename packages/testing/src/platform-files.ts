import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const accesSchema = z.object({
  portail: z.url(),
  graphql: z.url(),
  emetteur: z.url(),
  integrateur: z.object({ clientId: z.string(), clientSecret: z.string() }),
  comptes: z.array(
    z.object({
      identifiant: z.string(),
      motDePasse: z.string(),
      organisation: z.string(),
      partenaire: z.string().nullable(),
      role: z.string(),
      amr: z.array(z.string()),
    }),
  ),
});

const processusSchema = z.object({
  processus: z.array(z.object({ nom: z.string(), pid: z.number().nullable() })),
});

export type Acces = z.infer<typeof accesSchema>;

export function readAcces(dossier: string): Acces {
  return accesSchema.parse(readJson(join(dossier, 'acces.json')));
}

/** @throws Error when no process of that name runs */
export function readPid(dossier: string, nom: string): number {
  const { processus } = processusSchema.parse(readJson(join(dossier, 'processus.json')));
  const pid = processus.find((candidate) => candidate.nom === nom)?.pid;
  if (pid === undefined || pid === null) throw new Error(`Aucun processus « ${nom} » en marche.`);
  return pid;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
