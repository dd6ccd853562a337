export const DECISION_COLUMNS = `d.id, d.seance, d.jour::text, d.numero, d.texte, d.responsable,
  d.fonction_responsable AS "fonctionResponsable", d.echeance::text, d.engagement, d.sujets,
  d.statut, d.version, d.empreinte, d.regle, d.requises AS "validationsRequises", d.vote,
  d.adoptee_le AS "adopteeLe", d.avancement, d.demonstration`;
