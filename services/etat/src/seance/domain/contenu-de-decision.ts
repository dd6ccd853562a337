import type { ContenuDecision } from './decision.js';
import { type Lu, lireTexte, lireTexteLibre, MAX } from './saisie.js';
import type { ModifierDecision } from './seance.actes.js';

/** What was given; what may not be missing stays when it was given as null. */
export function contenuDonne(
  demande: Omit<ModifierDecision, 'decision'>,
): Partial<ContenuDecision> {
  const { texte, responsable, fonctionResponsable, echeance, engagement, sujets } = demande;
  return {
    ...(texte !== undefined && texte !== null && { texte }),
    ...(responsable !== undefined && responsable !== null && { responsable }),
    ...(fonctionResponsable !== undefined && { fonctionResponsable }),
    ...(echeance !== undefined && { echeance }),
    ...(engagement !== undefined && { engagement }),
    ...(sujets !== undefined && sujets !== null && { sujets }),
  };
}

/** A decision always says its subject: without one, it is « another ». */
export function lireContenu(saisi: ContenuDecision): Lu<ContenuDecision> {
  const texte = lireTexte(saisi.texte, MAX.decision);
  if (!texte.ok) return texte;
  const fonction = lireTexteLibre(saisi.fonctionResponsable, MAX.fonction);
  if (!fonction.ok) return fonction;
  const sujets = [...new Set(saisi.sujets)];
  return {
    ok: true,
    valeur: {
      texte: texte.valeur,
      responsable: saisi.responsable,
      fonctionResponsable: fonction.valeur,
      echeance: saisi.echeance,
      engagement: saisi.engagement,
      sujets: sujets.length === 0 ? ['AUTRE'] : sujets,
    },
  };
}
