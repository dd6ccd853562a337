import { empreinteOrdreDuJour } from '@passerelle/demo-data';
import type { SqlWriter } from '@passerelle/subgraph';
import type { Cadre } from '../../domain/cadre.js';
import type { Identite } from '../../domain/seance.actes.js';
import type { CodeRefus } from '../../domain/seance.errors.js';
import type { Seance } from '../../domain/seance.js';
import { SEANCES_PAR_JOUR, seanceId } from '../../domain/seance-id.js';
import { auteurDe, membresAttendus, verrouiller } from '../registre.js';

interface AInscrire {
  readonly instance: string;
  readonly jour: string;
  readonly cadre: Cadre;
  readonly publique: boolean;
  readonly demonstration: boolean;
  /** The session whose agenda it takes up, and whether it still needs the quorum. */
  readonly reprise: (Pick<Seance, 'id'> & { readonly quorumExige: boolean }) | null;
}

/** A new session of that body that day: its members are expected, its agenda empty. */
export async function inscrireSeance(
  sql: SqlWriter,
  identite: Identite,
  { instance, jour, cadre, publique, demonstration, reprise }: AInscrire,
): Promise<{ id: string } | { code: CodeRefus }> {
  await verrouiller(sql, `instance:${instance}`);
  // By their names and not by their days: a session that was put off keeps its name.
  const [compte] = await sql.query<{ nombre: number }>(
    `SELECT count(*)::int AS nombre FROM seance
     WHERE instance = $1 AND starts_with(id, $2)`,
    [instance, seanceId(instance, jour, 1)],
  );
  const rang = (compte?.nombre ?? 0) + 1;
  if (rang > SEANCES_PAR_JOUR) return { code: 'LISTE_TROP_LONGUE' };
  const id = seanceId(instance, jour, rang);
  const presences = await membresAttendus(sql, instance, jour);
  await sql.query(
    `INSERT INTO seance (id, instance, jour, debut, fin, lieu, objet, statut,
       empreinte_ordre, presences, publique, region, departement, arrondissement,
       auteur, auteur_sujet, demonstration, convocation_de, quorum_exige, ordre_auteur,
       ordre_auteur_sujet, ordre_modifie_le)
     SELECT $1, i.id, $3::date, $4::timestamptz, $5::timestamptz, $6, $7, 'PREVUE', $8,
       $9::jsonb, $10,
       CASE WHEN t.maille = 'REGION' THEN t.code ELSE t.region END,
       CASE WHEN t.maille = 'DEPARTEMENT' THEN t.code ELSE t.departement END,
       CASE WHEN t.maille = 'ARRONDISSEMENT' THEN t.code ELSE t.arrondissement END,
       $11, $12, $13, $14, $15, $11, $12, now()
     FROM instance i JOIN territoire t ON t.maille = i.maille AND t.code = i.territoire
     WHERE i.id = $2`,
    [
      id,
      instance,
      jour,
      cadre.debut,
      cadre.fin,
      cadre.lieu,
      cadre.objet,
      empreinteOrdreDuJour([]),
      JSON.stringify(presences),
      publique,
      auteurDe(identite),
      identite.sujet,
      demonstration,
      reprise?.id ?? null,
      reprise?.quorumExige ?? true,
    ],
  );
  return { id };
}
