import type { Accord, Point, Releve } from '../domain/seance.js';

export const SEANCE_COLUMNS = `s.id, s.instance, s.jour::text, s.debut, s.fin, s.lieu, s.objet,
  s.statut, s.version, s.empreinte_ordre AS "empreinteOrdreDuJour",
  s.version_ordre AS "versionOrdreDuJour", s.presences, s.convocation_de AS "convocationDe",
  s.quorum_exige AS "quorumExige", s.publique,
  s.source, s.auteur, s.modifie_le AS "modifieLe", s.demonstration`;

export const POINT_COLUMNS = 'p.seance, p.id, p.titre, p.duree, p.partenaire, p.rang';

export const ACCORD_COLUMNS = 'a.seance, a.objet, a.titre, a.empreinte, a.auteur, a.le';

export const RELEVE_COLUMNS = `r.seance, r.texte, r.version, r.auteur, r.modifie_le AS "modifieLe",
  r.empreinte, r.fige_le AS "figeLe"`;

export type PointRow = Point & { readonly seance: string };
export type AccordRow = Accord & { readonly seance: string };
export type ReleveRow = Releve;
