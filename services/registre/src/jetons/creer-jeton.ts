import {
  COMMUN,
  type demandeJetonSchema,
  type GenreDeJeton,
  type jetonCreeSchema,
} from '@passerelle/publication';
import type { z } from 'zod';
import type { Sql } from '../database/sql.js';
import { registreError } from '../errors/registre-error.js';
import type { Journal } from '../journal/journal.js';
import type { LireCarte } from '../publications/ports.js';
import { type Appelant, parOf } from './appelant.js';
import { editeurDe } from './editeur-de.js';
import { insertJeton, listJetons, revokeJeton } from './jeton-store.js';
import { newSecret } from './secret.js';

export interface CreerJetonDeps {
  readonly sql: Sql;
  readonly journal: Journal;
  readonly lireCarte: LireCarte;
  readonly maintenant: () => Date;
}

type JetonCree = z.infer<typeof jetonCreeSchema>;
type Demande = z.infer<typeof demandeJetonSchema>;

/** Kinds that a partner's administrator makes for its own house. */
const GENRES_DE_MAISON: readonly GenreDeJeton[] = ['schema', 'module', 'administration', 'lecture'];
/** Kinds that the root token makes for what belongs to nobody alone. */
const GENRES_COMMUNS: readonly GenreDeJeton[] = [
  'module',
  'administration',
  'lecture',
  'passerelle',
];

/**
 * A new token, whose secret is in the answer and nowhere else.
 *
 * @throws DROIT_INSUFFISANT, PARTENAIRE_INCONNU, ADMINISTRATION_EXISTANTE
 */
export async function creerJeton(
  deps: CreerJetonDeps,
  appelant: Appelant,
  demande: Demande,
): Promise<JetonCree> {
  const { sql, journal, maintenant } = deps;
  const par = parOf(appelant);
  const isRacine = appelant.nature === 'jeton' && appelant.genre === 'racine';
  const editeur = isRacine ? (demande.editeur ?? COMMUN) : editeurDe(appelant, demande.editeur);
  const { nom, genre, expireLe } = demande;
  if (expireLe !== null && Date.parse(expireLe) <= maintenant().getTime()) {
    throw registreError('DEMANDE_INVALIDE', { message: 'expireLe : cette date est passée.' });
  }

  return sql.transaction(async (tx) => {
    if (isRacine) await allowRacine(deps, tx, { par, editeur, genre, nom });
    else refuseAutreGenre(genre);
    const { jeton: secret, id, empreinte } = newSecret();
    const creeLe = maintenant();
    const jeton = await insertJeton(tx, {
      id,
      nom,
      genre,
      editeur,
      empreinte,
      creePar: par,
      creeLe,
      expireLe,
    });
    await journal.append(tx, {
      evenement: 'JETON_CREE',
      editeur,
      par,
      resume: `Jeton « ${nom} » (${genre}) créé pour ${editeur}.`,
      details: { id, nom, genre, expireLe },
    });
    return { ...jeton, secret };
  });
}

function refuseAutreGenre(genre: GenreDeJeton): void {
  if (GENRES_DE_MAISON.includes(genre)) return;
  throw registreError('DROIT_INSUFFISANT', {
    message: `Un jeton « ${genre} » se fait avec le jeton racine de la plateforme.`,
  });
}

/**
 * The root token opens a partner's door once: an administration token, which it may make again
 * under the same name (the former ends) as long as the partner made none of its own.
 */
async function allowRacine(
  { lireCarte, journal, maintenant }: CreerJetonDeps,
  tx: Sql,
  demande: { par: string; editeur: string; genre: GenreDeJeton; nom: string },
): Promise<void> {
  const { par, editeur, genre, nom } = demande;
  if (editeur === COMMUN) {
    if (GENRES_COMMUNS.includes(genre)) return;
    throw registreError('DROIT_INSUFFISANT', {
      message: `Le jeton racine ne fait pas de jeton « ${genre} » pour « commun ».`,
    });
  }
  if (genre !== 'administration') {
    throw registreError('DROIT_INSUFFISANT', {
      message: `Le jeton racine ne fait pour « ${editeur} » qu’un premier jeton d’administration.`,
    });
  }
  const { carte } = await lireCarte(tx);
  if (!Object.hasOwn(carte.partenaires, editeur)) throw registreError('PARTENAIRE_INCONNU');
  const now = maintenant();
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `registre:jetons:${editeur}`,
  ]);
  const actifs = (await listJetons(tx, editeur)).filter(
    (each) =>
      each.genre === 'administration' &&
      each.revoqueLe === null &&
      (each.expireLe === null || Date.parse(each.expireLe) > now.getTime()),
  );
  if (actifs.some((each) => each.creePar !== par || each.nom !== nom)) {
    throw registreError('ADMINISTRATION_EXISTANTE');
  }
  for (const { id } of actifs) {
    await revokeJeton(tx, id, now);
    await journal.append(tx, {
      evenement: 'JETON_REVOQUE',
      editeur,
      par,
      resume: `Jeton « ${nom} » remplacé par un autre du même nom.`,
      details: { id, nom },
    });
  }
}
