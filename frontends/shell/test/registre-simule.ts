import { ilYA, unEtat, unResultat, unResume } from './exemples.js';
import { desUsages, uneCarte, uneDemande, unJeton } from './exemples-de-gestion.js';
import { unJournal } from './exemples-de-journal.js';
import type { Appel, Reponse } from './portail-simule.js';

/** Answers of a registry in a good day; `avant` answers first, when it has something to say. */
export function unRegistre(avant: (appel: Appel) => Reponse | null = () => null) {
  return (appel: Appel): Reponse => avant(appel) ?? reponseOrdinaire(appel);
}

function reponseOrdinaire({ methode, chemin, parametres }: Appel): Reponse {
  if (methode === 'DELETE') return { statut: 204, corps: null };
  if (methode === 'POST') return reponseAUnActe(chemin);
  const publication = /^\/v1\/publications\/(recette|production)\/(\d+)\/resume$/.exec(chemin);
  if (publication) return { corps: resumeDe(Number(publication[2])) };
  if (chemin.endsWith('/acquittements')) {
    const { acquittements } = unResume();
    return { corps: { attendues: ['passerelle-1', 'passerelle-2'], recus: acquittements } };
  }
  switch (chemin) {
    case '/v1/etat':
      return { corps: etatDe(parametres.get('canal')) };
    case '/v1/journal':
      return { corps: pageDuJournal(parametres) };
    case '/v1/jetons':
      return {
        corps: {
          jetons: [
            unJeton(),
            unJeton({ id: 'j-2', nom: 'ancien', revoqueLe: unJeton().creeLe }),
            unJeton({ id: 'j-3', nom: 'module-ci', genre: 'module', dernierUsageLe: null }),
          ],
        },
      };
    case '/v1/usages':
      return { corps: desUsages() };
    case '/v1/carte':
      return { corps: uneCarte() };
    case '/v1/carte/demandes':
      return {
        corps: {
          demandes: [
            uneDemande({
              id: 'd-0',
              demandeeLe: ilYA(9_000),
              statut: 'APPLIQUEE',
              urgence: true,
              revision: 2,
            }),
            uneDemande(),
          ],
        },
      };
    default:
      return {
        statut: 404,
        corps: { erreur: { code: 'INTROUVABLE', message: `Rien à ${chemin}.`, remede: '' } },
      };
  }
}

function reponseAUnActe(chemin: string): Reponse {
  if (chemin === '/v1/jetons') {
    return {
      statut: 201,
      corps: { ...unJeton({ id: 'j-4', nom: 'neuf' }), secret: 'psr_j4_s3cret' },
    };
  }
  return { corps: unResultat() };
}

function etatDe(canal: string | null): unknown {
  if (canal !== 'recette') return unEtat();
  const etat = unEtat({ canal: 'recette', numero: 20 });
  return {
    ...etat,
    partenaires: etat.partenaires.map((partenaire) =>
      partenaire.partenaire === 'region' && partenaire.schema
        ? { ...partenaire, canari: null, schema: { ...partenaire.schema, revision: 6 } }
        : partenaire,
    ),
  };
}

function resumeDe(numero: number): unknown {
  const resume = unResume({
    numero,
    precedente: numero - 1,
    suivante: numero === 12 ? null : numero + 1,
  });
  return {
    ...resume,
    partenaires: resume.partenaires.map((partenaire) =>
      partenaire.schema && numero < 12
        ? { ...partenaire, schema: { ...partenaire.schema, revision: 4 } }
        : partenaire,
    ),
  };
}

function pageDuJournal(parametres: URLSearchParams): unknown {
  const avant = Number(parametres.get('avant') ?? Number.MAX_SAFE_INTEGER);
  const premiers = Number(parametres.get('premiers') ?? 50);
  const editeur = parametres.get('editeur');
  const evenement = parametres.get('evenement');
  const retenues = unJournal().filter(
    (entree) =>
      entree.rang < avant &&
      (editeur === null || entree.editeur === editeur) &&
      (evenement === null || entree.evenement === evenement),
  );
  const entrees = retenues.slice(0, premiers);
  return { entrees, suite: retenues.length > premiers ? (entrees.at(-1)?.rang ?? null) : null };
}
