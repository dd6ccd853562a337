import {
  type Cellule,
  type Colonne,
  ecrireCsv,
  ecrireXlsx,
  nomDeFichier,
  telecharger,
} from '@passerelle/portal-files';
import { erreurLisible } from '@passerelle/portal-kit';
import { Bandeau, Bouton } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { jourDeReference } from '../date-reference.js';

export interface TableauAExporter {
  colonnes: readonly Colonne[];
  lignes: readonly (readonly Cellule[])[];
}

export interface ProprietesExports {
  /** Plural name of what is listed: names the file and the sheet. */
  nom: string;
  /** Reads the whole list, as filtered on screen. */
  lire: () => Promise<TableauAExporter>;
  /** Other files of the same list. */
  autres?: ReactNode;
}

/** Every list leaves as CSV and as XLSX: all that the filters keep, not only what is on screen. */
export function ExportsDeListe({ nom, lire, autres }: ProprietesExports): ReactNode {
  const [enCours, setEnCours] = useState<'csv' | 'xlsx' | null>(null);
  const [erreur, setErreur] = useState<string | null>(null);
  const exporter = async (format: 'csv' | 'xlsx'): Promise<void> => {
    if (enCours !== null) return;
    setEnCours(format);
    setErreur(null);
    try {
      const { colonnes, lignes } = await lire();
      const contenu =
        format === 'csv'
          ? ecrireCsv(colonnes, lignes)
          : await ecrireXlsx([{ nom, colonnes, lignes }]);
      telecharger(contenu, nomDeFichier([nom, jourDeReference()], format));
    } catch (cause) {
      setErreur(erreurLisible(cause).message);
    } finally {
      setEnCours(null);
    }
  };
  return (
    <>
      {erreur !== null && (
        <Bandeau ton="alerte" annonce="alerte" titre="Le fichier n’a pas pu être préparé.">
          {erreur}
        </Bandeau>
      )}
      <div className="p-actions s-exports">
        <Bouton enCours={enCours === 'csv'} onPress={() => void exporter('csv')}>
          Exporter en CSV
        </Bouton>
        <Bouton enCours={enCours === 'xlsx'} onPress={() => void exporter('xlsx')}>
          Exporter en XLSX
        </Bouton>
        {autres}
      </div>
    </>
  );
}
