import { formaterNombre } from '@passerelle/portal-kit';
import { type ReactNode, useState } from 'react';
import { lireOctets, OCTETS_MAX, type TexteDeFichier } from './lire-octets.js';

export interface FichierChoisi extends TexteDeFichier {
  readonly nom: string;
}

/** A file of figures, read here: how it is encoded is said, one too large is refused at once. */
export function ChoisirFichier({
  choisi,
  onChoix,
}: {
  choisi: FichierChoisi | null;
  onChoix: (fichier: FichierChoisi | null) => void;
}): ReactNode {
  const [tropGrand, setTropGrand] = useState<{ nom: string; octets: number } | null>(null);
  const prendre = async (fichier: File | undefined): Promise<void> => {
    const trop = fichier !== undefined && fichier.size > OCTETS_MAX;
    setTropGrand(trop ? { nom: fichier.name, octets: fichier.size } : null);
    onChoix(
      fichier === undefined || trop
        ? null
        : { nom: fichier.name, ...lireOctets(await fichier.arrayBuffer()) },
    );
  };
  return (
    <div className="p-champ">
      <label htmlFor="fichier-mesures">Fichier CSV</label>
      <p className="p-champ__aide" id="fichier-mesures-aide">
        200 Ko au plus par envoi, en UTF-8, UTF-16 ou Windows-1252.
      </p>
      <input
        id="fichier-mesures"
        type="file"
        accept=".csv,text/csv,text/plain"
        aria-describedby="fichier-mesures-aide"
        onChange={(e) => void prendre(e.target.files?.[0])}
      />
      {choisi && choisi.encodage !== 'UTF-8' && (
        <p className="p-champ__aide" role="status">
          Lu comme {choisi.encodage} : vérifiez les accents dans l’aperçu.
        </p>
      )}
      {tropGrand && (
        <p className="p-champ__erreur" role="alert">
          {tropGrand.nom} pèse {formaterNombre(Math.ceil(tropGrand.octets / 1_000))} Ko. Gardez les
          lignes de la région, ou découpez le fichier par période : chaque partie s’importe à son
          tour.
        </p>
      )}
    </div>
  );
}
