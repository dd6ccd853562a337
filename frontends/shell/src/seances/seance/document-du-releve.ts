import type { Bloc, DocumentTexte } from '@passerelle/portal-files';
import { formaterDate } from '@passerelle/portal-kit';
import type { SeanceEntiereFragment } from '../../generated/graphql.js';
import { nomDInstance, TITRES } from '../libelles.js';

/** The minutes as a file: the text that was validated, who validated it, and its hash. */
export function documentDuReleve(seance: SeanceEntiereFragment): DocumentTexte {
  const { releve, instance, jour, lieu, demonstration } = seance;
  const texte: Bloc[] = (releve?.texte ?? '')
    .split(/\n{2,}/)
    .filter((morceau) => morceau.trim() !== '')
    .map((morceau) => ({ nature: 'paragraphe', texte: morceau.trim() }));
  const validations = (releve?.validations ?? []).map(
    ({ titre, auteur, le }) => `${TITRES[titre].sujet} : ${auteur}, ${formaterDate(le)}`,
  );
  return {
    titre: `Relevé : ${nomDInstance(instance)}`,
    soustitre: [
      `Séance du ${formaterDate(jour)}`,
      lieu ?? '',
      demonstration ? 'données de démonstration' : '',
    ]
      .filter(Boolean)
      .join(', '),
    auteur: 'État',
    blocs: [
      ...texte,
      { nature: 'titre', niveau: 2, texte: 'Validations' },
      validations.length > 0
        ? { nature: 'liste', elements: validations }
        : { nature: 'paragraphe', texte: 'Aucune pour le moment : ce relevé est un projet.' },
      {
        nature: 'paragraphe',
        discret: true,
        texte: releve?.figeLe
          ? `Figé le ${formaterDate(releve.figeLe)}. Empreinte SHA-256 : ${releve.empreinte}.`
          : `Version ${releve?.version ?? 0}, non figée. Empreinte SHA-256 : ${releve?.empreinte ?? ''}.`,
      },
    ],
    pied: `${nomDInstance(instance)}, ${formaterDate(jour)}. Source : État, relevé tenu dans Passerelle`,
  };
}
