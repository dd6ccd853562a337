import type { Canal } from '@passerelle/publication';
import type { ReactNode } from 'react';
import { Lecture } from '../commun/lecture.js';
import type { EtatDePartenaire } from '../registre/lire-etat.js';
import { lireResume } from '../registre/lire-resume.js';
import { useRegistre } from '../registre/use-registre.js';
import { type CeQuiRevient, ceQuiRevient, type GenreDeRetour } from './retours-possibles.js';

/** What would take the place of what, read before the act. */
export function ApercuDuRetour({
  canal,
  numero,
  present,
  genres,
}: {
  canal: Canal;
  numero: number;
  present: EtatDePartenaire;
  genres: readonly GenreDeRetour[];
}): ReactNode {
  const lecture = useRegistre(`/v1/publications/${canal}/${numero}/resume`, lireResume);
  return (
    <div className="s-apercu" aria-live="polite">
      <Lecture lecture={lecture} libelle="Lecture de cette publication" lignes={2}>
        {(resume) => {
          const passe = resume.partenaires.find(
            ({ partenaire }) => partenaire === present.partenaire,
          );
          const lignes = ceQuiRevient(
            present,
            passe ?? { ...present, schema: null, module: null, canari: null },
            genres,
          );
          return (
            <>
              <ul className="s-puces">
                {lignes.map((ligne) => (
                  <li key={ligne.genre}>{enPhrase(ligne)}</li>
                ))}
              </ul>
              {lignes.every(({ change }) => !change) && (
                <p className="s-sans-fin">Revenir à cette publication ne changerait rien.</p>
              )}
            </>
          );
        }}
      </Lecture>
    </div>
  );
}

function enPhrase({ genre, avant, apres, change }: CeQuiRevient): string {
  const sujet = genre === 'schema' ? 'Schéma' : 'Module';
  if (apres === null) return `${sujet} : rien n’y était publié, ce qui est servi reste.`;
  return change
    ? `${sujet} : ${apres}, à la place de : ${avant}.`
    : `${sujet} : ${apres}, déjà servi.`;
}
