import type { Changement, Constat, Rapport } from '@passerelle/publication';
import { instant } from './dates.js';
import { peindre } from './style.js';
import { table } from './table.js';

export interface RenduDeRapport {
  readonly largeur: number;
  readonly couleur: boolean;
  /** File of the schema, or folder of the bundle, as the user named it. */
  readonly source: string;
}

const RANGS = { REFUS: 0, AVERTISSEMENT: 1, INFORMATION: 2 } as const;
const TEINTES = { REFUS: 'red', AVERTISSEMENT: 'yellow', INFORMATION: 'cyan' } as const;
const CHANGEMENTS_MONTRES = 30;

/**
 * What the registry thinks of a candidate: what concerns it first, then in a line what is another's
 * to put right, then what clients would see change.
 */
export function rendreRapport(rapport: Rapport, rendu: RenduDeRapport): string {
  const constats = rapport.constats
    .filter((constat) => !estAilleurs(constat, rapport))
    .sort((a, b) => RANGS[a.gravite] - RANGS[b.gravite] || rangDuLieu(a) - rangDuLieu(b));
  return [
    entete(rapport),
    ...(constats.length > 0
      ? [
          table(
            [{ titre: 'Gravité' }, { titre: 'Code et lieu', max: 46 }, { titre: 'Constat' }],
            constats.map((constat) => [
              peindre(rendu.couleur, TEINTES[constat.gravite], constat.gravite),
              lieuDe(constat, rendu.source),
              texteDe(constat, rendu.couleur),
            ]),
            rendu.largeur,
          ),
        ]
      : []),
    ...rendreAilleurs(rapport),
    ...rendreChangements(autresChangements(rapport), rendu),
    bilan(rapport.accepte, constats, rendu.couleur),
    '',
  ].join('\n');
}

function entete({ genre, editeur, canal, surPublication }: Rapport): string {
  const quoi = { schema: 'Schéma', module: 'Module', retour: 'Retour', carte: 'Carte' }[genre];
  const compare =
    surPublication === 0
      ? `premier sur le canal ${canal}`
      : `comparé à la publication ${surPublication} de ${canal}`;
  return `${quoi} de ${editeur}, ${compare}.`;
}

/** Found in another partner's live part, and nothing that stops this publication. */
function estAilleurs({ chez, gravite }: Constat, { editeur }: Rapport): boolean {
  return chez !== undefined && chez !== editeur && gravite !== 'REFUS';
}

/** One's own before another's, at the same gravity. */
function rangDuLieu({ chez }: Constat): number {
  return chez === undefined ? 0 : 1;
}

function rendreAilleurs(rapport: Rapport): string[] {
  const ailleurs = rapport.constats.filter((constat) => estAilleurs(constat, rapport));
  if (ailleurs.length === 0) return [];
  const maisons = [...new Set(ailleurs.map(({ chez }) => chez))].join(', ');
  return [`Et ${pluriel(ailleurs.length, 'constat')} chez ${maisons}, à lire avec --json.`];
}

function lieuDe({ code, coordonnee, lieu, fichier }: Constat, source: string): string {
  const place =
    fichier === undefined
      ? lieu && `${source}:${lieu.ligne}:${lieu.colonne}`
      : `${source.replace(/\/$/, '')}/${fichier}`;
  return [code, coordonnee, place].filter((ligne) => ligne !== undefined).join('\n');
}

function texteDe({ message, remede, accordDe, usages = [] }: Constat, couleur: boolean): string {
  const blocs = [message];
  if (usages.length > 0) {
    const lignes = usages.map(
      ({ client, version, operation, vuLe, certitude, genre }) =>
        `- ${client} ${version}${operation === null ? '' : `, ${operation}`}${
          genre === 'MODULE' ? ', module déployé' : `, vu le ${instant(vuLe)}`
        }${certitude === 'POSSIBLE' ? ' (possible)' : ''}`,
    );
    blocs.push(`Ce qui romprait :\n${lignes.join('\n')}`);
  }
  if (accordDe !== undefined) blocs.push(`Accord nécessaire : ${accordDe}.`);
  if (remede !== '') blocs.push(`${peindre(couleur, 'bold', 'Pour passer :')} ${remede}`);
  return blocs.join('\n');
}

/** A change that is a finding has been told, with more words. */
function autresChangements({ changements, constats }: Rapport): Changement[] {
  const dites = new Set(constats.map(({ coordonnee }) => coordonnee));
  return changements.filter(({ coordonnee }) => !dites.has(coordonnee));
}

function rendreChangements(
  changements: readonly Changement[],
  { largeur, couleur }: RenduDeRapport,
): string[] {
  if (changements.length === 0) return [];
  const rangs = { CASSANT: 0, RISQUE: 1, SANS_RISQUE: 2 } as const;
  const mots = { CASSANT: 'cassant', RISQUE: 'à risque', SANS_RISQUE: 'sans risque' } as const;
  const tries = [...changements].sort((a, b) => rangs[a.severite] - rangs[b.severite]);
  const montres = tries.slice(0, CHANGEMENTS_MONTRES);
  const reste = tries.length - montres.length;
  return [
    peindre(couleur, 'bold', 'Ce que les clients verront changer'),
    table(
      [{ titre: 'Effet' }, { titre: 'Coordonnée', max: 46 }, { titre: 'Changement' }],
      montres.map(({ severite, coordonnee, message }) => [mots[severite], coordonnee, message]),
      largeur,
    ),
    ...(reste > 0 ? [`… et ${reste} autres ; tous avec --json.`] : []),
  ];
}

function bilan(accepte: boolean, constats: readonly Constat[], couleur: boolean): string {
  const compte = (gravite: Constat['gravite']): number =>
    constats.filter((constat) => constat.gravite === gravite).length;
  const [refus, avertissements] = [compte('REFUS'), compte('AVERTISSEMENT')];
  const suite = avertissements > 0 ? `, ${pluriel(avertissements, 'avertissement')}` : '';
  return accepte
    ? `${peindre(couleur, 'green', 'Accepté')}${suite || ', rien à redire'}.`
    : `${peindre(couleur, 'red', 'Refusé')} : ${refus} refus${suite}. Rien n’a changé.`;
}

export function pluriel(nombre: number, mot: string): string {
  return `${nombre} ${mot}${nombre > 1 ? 's' : ''}`;
}
