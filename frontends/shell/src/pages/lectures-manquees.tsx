import { phrasesPartenaire } from '@passerelle/portal-kit';
import { Bandeau, Bouton, type Partenaire } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';

const enumerer = new Intl.ListFormat('fr', { type: 'conjunction' });

/** The houses that are there and answered by an error: what it means for the page, what to do. */
export function LecturesManquees({
  maisons,
  relancer,
  children,
}: {
  maisons: readonly Partenaire[];
  relancer: () => void;
  children: ReactNode;
}): ReactNode {
  if (maisons.length === 0) return null;
  const sujets = maisons.map((maison, rang) => {
    const { sujet } = phrasesPartenaire(maison);
    return rang === 0 ? sujet : sujet.replace(/^L(?=’|a )/, 'l');
  });
  return (
    <Bandeau
      ton="attention"
      titre={`${enumerer.format(sujets)} ${sujets.length > 1 ? 'n’ont' : 'n’a'} pas pu répondre.`}
      actions={<Bouton onPress={relancer}>Réessayer</Bouton>}
    >
      {children}
    </Bandeau>
  );
}
