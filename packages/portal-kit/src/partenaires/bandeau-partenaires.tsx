import { Bandeau, PARTENAIRES, type Partenaire } from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useState } from 'react';
import { formaterDepuis } from '../formats/formats.js';
import { usePartenaires } from './etat-partenaires.js';
import { phrasesPartenaire } from './partenaire.js';

const MINUTE_MS = 60_000;

/** Names the houses that do not answer, since when, and what it means for the page. */
export function BandeauPartenaires(): ReactNode {
  const etats = usePartenaires();
  const [maintenant, setMaintenant] = useState(() => new Date());
  const absents = PARTENAIRES.flatMap((partenaire): { partenaire: Partenaire; depuis: Date }[] => {
    const etat = etats[partenaire];
    return etat.statut === 'indisponible' ? [{ partenaire, depuis: etat.depuis }] : [];
  });
  const nombre = absents.length;
  useEffect(() => {
    if (nombre === 0) return;
    const rythme = setInterval(() => setMaintenant(new Date()), MINUTE_MS);
    return () => clearInterval(rythme);
  }, [nombre]);
  return absents.map(({ partenaire, depuis }) => (
    <Bandeau
      key={partenaire}
      ton="attention"
      titre={`${phrasesPartenaire(partenaire).sujet} ne répond pas ${formaterDepuis(depuis, maintenant)}.`}
    >
      Ce qui lui revient manque ici, ou date de la dernière lecture ; le reste est à jour.
      L’affichage reprendra seul.
    </Bandeau>
  ));
}
