import {
  breakingFor,
  type GraphChange,
  type OperationConnue,
  type Rupture,
} from '@passerelle/composition';
import type { Constat } from '@passerelle/publication';
import type { DocumentNode } from 'graphql';
import type { CanalVivant } from '../../canal-vivant.js';
import type { VerificationDeps } from '../deps.js';
import {
  estRemplace,
  operationsDesModules,
  partenaireDuClient,
} from '../operations-des-modules.js';
import { lieuDe } from './lieu-de.js';

type Usage = NonNullable<Constat['usages']>[number];

interface UsageJuge extends Usage {
  /** Counts against the publication. */
  readonly bloque: boolean;
  readonly admis: boolean;
}

interface Juge {
  readonly changement: GraphChange;
  readonly retraitAnnonceLe: string | null;
  readonly usages: UsageJuge[];
}

const USAGES_MONTRES = 20;
const PARIS = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

export interface Ruptures {
  /** Whose publication is judged: what it changes at another's is told apart. */
  readonly editeur: string;
  readonly avant: string;
  readonly apres: string;
  readonly changements: readonly GraphChange[];
  /** The candidate's text, for the place; null when there is no single candidate. */
  readonly document: DocumentNode | null;
  /** Refused when a client that may still send it would break; else all of it is only said. */
  readonly severe: boolean;
}

/**
 * Whom a change of graph breaks: modules now deployed, by their documents; clients, by what they
 * really sent. Changes that nobody meets are no finding: they are in the list of differences.
 */
export async function constatsDeRupture(
  deps: VerificationDeps,
  vivant: Pick<CanalVivant, 'canal' | 'modules'>,
  { editeur, avant, apres, changements, document, severe }: Ruptures,
): Promise<Constat[]> {
  if (!changements.some(peutRompre)) return risques(editeur, changements, document);
  const maintenant = deps.maintenant();
  const aujourdhui = PARIS.format(maintenant);
  const [operations, estPrevenu] = await Promise.all([
    deps.operations(vivant.canal),
    deps.prevenus(vivant.canal),
  ]);
  const juger = (
    genre: Usage['genre'],
    connues: readonly OperationConnue[],
    prevenu: typeof estPrevenu,
  ): Juge[] =>
    breakingFor(changements, connues, avant, apres, { aujourdhui, estPrevenu: prevenu }).map(
      (rupture) => juge(rupture, genre, vivant),
    );
  const trouves = [
    // A partner's team was told by the journal: the date it could read there is enough.
    ...juger('MODULE', operationsDesModules(vivant.modules, maintenant), () => true),
    ...juger('CLIENT', operations, estPrevenu),
  ];
  return [
    ...[...parChangement(trouves)].map((each) => constat(each, aujourdhui, document, severe)),
    ...risques(editeur, changements, document),
  ];
}

/** Harmless by themselves, yet two fields read side by side may stop agreeing: `breakingFor` looks. */
function peutRompre({ severite, code }: GraphChange): boolean {
  return severite === 'CASSANT' || code === 'CHAMP_DEVENU_NON_NUL' || code === 'CHAMP_TYPE_PRECISE';
}

function juge(
  { changement, retraitAnnonceLe, usages }: Rupture,
  genre: Usage['genre'],
  { modules }: Pick<CanalVivant, 'modules'>,
): Juge {
  return {
    changement,
    retraitAnnonceLe,
    usages: usages.map((usage) => ({
      ...usage,
      genre,
      bloque: !usage.admis && !(genre === 'CLIENT' && estRemplace(modules, usage)),
    })),
  };
}

function parChangement(trouves: readonly Juge[]): Iterable<Juge> {
  const found = new Map<string, Juge>();
  for (const each of trouves) {
    const { code, coordonnee, avant = '', apres = '' } = each.changement;
    const key = [code, coordonnee, avant, apres].join('\n');
    const known = found.get(key);
    if (known === undefined) found.set(key, { ...each, usages: [...each.usages] });
    else known.usages.push(...each.usages);
  }
  return found.values();
}

function constat(
  { changement, retraitAnnonceLe, usages }: Juge,
  aujourdhui: string,
  document: DocumentNode | null,
  severe: boolean,
): Constat {
  const distincts = distinctUsages(usages);
  const bloquants = distincts.filter(({ bloque }) => bloque);
  const { code, coordonnee, message } = changement;
  const lieu = document === null ? undefined : lieuDe(document, coordonnee);
  const maisons = new Set(bloquants.map(maisonDe));
  const [seule] = maisons;
  return {
    code,
    gravite: severe && bloquants.length > 0 ? 'REFUS' : 'AVERTISSEMENT',
    famille: 'rupture',
    coordonnee,
    ...(lieu === undefined ? {} : { lieu }),
    message: `${message} ${demandePar(bloquants.length > 0 ? bloquants : distincts)}`,
    remede: remede(changement, retraitAnnonceLe, aujourdhui, bloquants, distincts),
    ...(maisons.size === 1 && seule !== undefined ? { accordDe: seule } : {}),
    usages: (bloquants.length > 0 ? bloquants : distincts).slice(0, USAGES_MONTRES).map(montre),
  };
}

function montre({ genre, client, version, operation, vuLe, certitude }: UsageJuge): Usage {
  return { genre, client, version, operation, vuLe, certitude };
}

/** Most recent first; the same client, version and operation once. */
function distinctUsages(usages: readonly UsageJuge[]): UsageJuge[] {
  const found = new Map<string, UsageJuge>();
  const sorted = usages.toSorted((a, b) => (a.vuLe < b.vuLe ? 1 : a.vuLe > b.vuLe ? -1 : 0));
  for (const usage of sorted) {
    const { genre, client, version, operation } = usage;
    const key = [genre, client, version, operation ?? ''].join('\n');
    const known = found.get(key);
    if (known === undefined || (usage.bloque && !known.bloque)) found.set(key, usage);
  }
  return [...found.values()].sort((a, b) => (a.vuLe < b.vuLe ? 1 : a.vuLe > b.vuLe ? -1 : 0));
}

function maisonDe({ client }: Usage): string | undefined {
  return partenaireDuClient(client);
}

function demandePar(usages: readonly UsageJuge[]): string {
  const [dernier] = usages;
  if (dernier === undefined) return '';
  const quoi = dernier.operation === null ? '' : ` (${dernier.operation})`;
  const qui = `${dernier.client} version ${dernier.version}${quoi}`;
  const autres = usages.length - 1;
  const pluriel = autres > 1 ? 's' : '';
  const suite = autres > 0 ? `, et ${autres} autre${pluriel} usage${pluriel}` : '';
  return dernier.genre === 'MODULE'
    ? `Le module déployé ${qui} le demande${suite}.`
    : `Demandé par ${qui}, vu le ${dernier.vuLe.slice(0, 16).replace('T', ' à ')} UTC${suite}.`;
}

function remede(
  { remede: parDefaut }: GraphChange,
  retrait: string | null,
  aujourdhui: string,
  bloquants: readonly UsageJuge[],
  usages: readonly UsageJuge[],
): string {
  if (bloquants.length === 0) {
    return usages.every(({ admis }) => admis)
      ? 'La date de retrait annoncée est passée et ces clients étaient prévenus : rien à faire.'
      : 'Seuls des onglets ouverts avant le remplacement du module le demandent encore : publiez de préférence quand ils sont fermés.';
  }
  const modules = [...new Set(bloquants.flatMap((usage) => maisonDe(usage) ?? []))];
  const demande =
    modules.length === 0
      ? ''
      : ` Demandez à ${modules.map((m) => `« ${m} »`).join(', ')} de publier un module qui s’en passe.`;
  if (retrait === null) return `${parDefaut}${demande}`;
  return retrait < aujourdhui
    ? `Le retrait était annoncé au ${retrait}, mais ces clients n’ont pas encore été prévenus : ils le seront à leur prochaine demande, puis le retrait passera.${demande}`
    : `Le retrait est annoncé au ${retrait} : il passera à partir du lendemain.${demande}`;
}

function risques(
  editeur: string,
  changements: readonly GraphChange[],
  document: DocumentNode | null,
): Constat[] {
  return changements
    .filter(({ severite }) => severite === 'RISQUE')
    .map(({ code, coordonnee, message, partenaire, remede: sortie }): Constat => {
      const lieu = document === null ? undefined : lieuDe(document, coordonnee);
      return {
        code,
        gravite: 'AVERTISSEMENT',
        famille: 'rupture',
        coordonnee,
        ...(lieu === undefined ? {} : { lieu }),
        ...(partenaire === undefined || partenaire === editeur ? {} : { chez: partenaire }),
        message,
        remede: sortie,
      };
    });
}
