import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '@passerelle/testing';
import { type Fin, lancer, PNPM, propre, RACINE } from './run-program.js';

const DEADLINE_MS = 60_000;
const POLL_MS = 50;

/** A partner's own repository, outside the monorepo: its two rooms and the packed packages. */
export interface Artefact {
  readonly dossier: string;
  /** Runs pnpm in it. */
  pnpm(...mots: string[]): Promise<Fin>;
  /** Its own `passerelle` command. */
  passerelle(mots: readonly string[], env: Readonly<Record<string, string>>): Promise<Fin>;
  lire(chemin: string): string;
  /** Edits a file; what is looked for must be there. */
  remplacer(chemin: string, avant: string, apres: string): void;
  demarrerService(env: Readonly<Record<string, string>>): Promise<ServiceDeLArtefact>;
  supprimer(): void;
}

export interface ServiceDeLArtefact {
  readonly adresse: string;
  readonly pid: number;
  arreter(): Promise<void>;
}

/** Packs what is built, in a new folder outside. Nothing is installed there yet. */
export async function unArtefact(partenaire: 'etat' | 'region' | 'pole-emploi'): Promise<Artefact> {
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-artefact-'));
  // The database server of its tests may run as another user.
  chmodSync(dossier, 0o755);
  const script = join(RACINE, 'infra/local/artefact.mjs');
  const fin = await lancer(process.execPath, [script, partenaire, dossier, '--tel-quel'], RACINE);
  if (fin.sortie !== 0) throw new Error(fin.stderr);
  const chemin = (nom: string): string => join(dossier, nom);
  return {
    dossier,
    pnpm: (...mots) => lancer(join(PNPM, 'pnpm'), mots, dossier),
    passerelle: (mots, env) => lancer(chemin('node_modules/.bin/passerelle'), mots, dossier, env),
    lire: (nom) => readFileSync(chemin(nom), 'utf8'),
    remplacer(nom, avant, apres) {
      const texte = readFileSync(chemin(nom), 'utf8');
      if (!texte.includes(avant)) throw new Error(`${nom} ne contient pas ${avant}`);
      writeFileSync(chemin(nom), texte.replace(avant, apres));
    },
    demarrerService: (env) => demarrer(chemin(`services/${partenaire}`), partenaire, env),
    supprimer: () => rmSync(dossier, { recursive: true, force: true }),
  };
}

const RESOLVER = 'services/region/src/formation/graphql/formation.resolvers.ts';

/** `Formation.nombreMetiers`, as the Région's team would write it. */
export function ajouterUnChamp(artefact: Artefact): void {
  artefact.remplacer(
    RESOLVER,
    "    @FieldResolver(() => TerritoireType, { description: 'Commune où elle est donnée.' })",
    `    @FieldResolver(() => Int, { nullable: true, description: 'Nombre de métiers préparés.' })
    nombreMetiers(@Root() { metiers }: Formation): number {
      return metiers.length;
    }

    @FieldResolver(() => TerritoireType, { description: 'Commune où elle est donnée.' })`,
  );
}

/** The module's page then shows the new field: `3 métiers préparés`. */
export function montrerLeChamp(artefact: Artefact): void {
  artefact.remplacer(
    'frontends/region/src/formations/formations.graphql',
    '      organisme\n',
    '      organisme\n      nombreMetiers\n',
  );
  artefact.remplacer(
    'frontends/region/src/formations/liste-formations.tsx',
    '{formation.organisme}\n',
    '{formation.organisme}, {formation.nombreMetiers} métiers préparés\n',
  );
  artefact.remplacer('frontends/region/package.json', '"version": "0.1.0"', '"version": "0.2.0"');
}

async function demarrer(
  dossier: string,
  partenaire: string,
  env: Readonly<Record<string, string>>,
): Promise<ServiceDeLArtefact> {
  const port = await freePort();
  const variable = `PORT_${partenaire.toUpperCase().replaceAll('-', '_')}`;
  const enfant = spawn(process.execPath, ['dist/main.js'], {
    cwd: dossier,
    env: { ...propre(), [variable]: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let dit = '';
  for (const flux of [enfant.stdout, enfant.stderr]) {
    flux.setEncoding('utf8').on('data', (texte: string) => {
      dit += texte;
    });
  }
  const adresse = `http://127.0.0.1:${port}`;
  const arreter = (): Promise<void> => finir(enfant);
  const limite = Date.now() + DEADLINE_MS;
  while (!(await estPret(adresse))) {
    if (enfant.exitCode !== null || Date.now() > limite) {
      await arreter();
      throw new Error(`Le service ne démarre pas.\n${dit}`);
    }
    await delay(POLL_MS);
  }
  return { adresse, pid: enfant.pid ?? 0, arreter };
}

async function finir(enfant: ChildProcess): Promise<void> {
  if (enfant.exitCode !== null || enfant.signalCode !== null) return;
  const parti = new Promise((resolve) => enfant.once('exit', resolve));
  enfant.kill('SIGTERM');
  await parti;
}

async function estPret(adresse: string): Promise<boolean> {
  try {
    return (await fetch(`${adresse}/sante/pret`)).ok;
  } catch {
    return false;
  }
}
