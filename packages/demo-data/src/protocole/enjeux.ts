import type { TexteEnjeu } from './texte-protocole.js';

const SOURCE = 'Communiqué de presse du 9 juin 2023, préfecture de la région Hauts-de-France';

/** The four enjeux, word for word as the press release gives them. */
export const ENJEUX: readonly TexteEnjeu[] = [
  "répondre aux besoins en compétences des entreprises et faciliter l'accès à l'emploi en coordonnant les interventions en matière de formation et de développement de l'alternance, en particulier l'apprentissage",
  'favoriser le développement économique de la région Hauts-de-France en développant les compétences',
  "améliorer la prospection des entreprises et leur accompagnement vers l'emploi",
  "mettre à disposition des demandeurs d'emploi une offre de services simplifiée et mobilisable sur l'aide à la mobilité géographique et la levée des freins",
].map((libelle, index) => ({ numero: index + 1, libelle, texteOfficiel: true, source: SOURCE }));
