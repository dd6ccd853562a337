import { Bouton } from '@passerelle/portal-ui';
import { type ReactNode, useRef } from 'react';
import type { ModificationEngagementInput } from '../generated/graphql.js';

/** Reads the signed wordings in a workbook: a code, then its wording, on each line. */
export function ChargerLibelles({
  onLus,
  onSouci,
}: {
  onLus: (modifications: ModificationEngagementInput[]) => void;
  onSouci: (souci: string) => void;
}): ReactNode {
  const entree = useRef<HTMLInputElement>(null);
  const charger = async (fichier: File): Promise<void> => {
    try {
      const { lireXlsx } = await import('@passerelle/portal-files');
      const lues = (await lireXlsx(fichier)).flatMap(({ lignes }) => lignes);
      const modifications = lues.flatMap(([premiere, seconde]): ModificationEngagementInput[] => {
        const lu = String(premiere ?? '')
          .trim()
          .toUpperCase();
        const texte = String(seconde ?? '').trim();
        return /^E\d{2}$/.test(lu) && texte !== '' ? [{ code: lu, libelle: texte }] : [];
      });
      if (modifications.length > 0) onLus(modifications);
      else onSouci('Aucune ligne ne porte un code d’engagement, puis son libellé.');
    } catch {
      onSouci('Ce fichier n’a pas pu être lu. Enregistrez-le au format .xlsx et recommencez.');
    }
  };
  return (
    <>
      <Bouton onPress={() => entree.current?.click()}>Charger un classeur (XLSX)</Bouton>
      <input
        ref={entree}
        className="p-hors-ecran"
        type="file"
        accept=".xlsx"
        aria-label="Classeur des libellés signés : code, libellé"
        tabIndex={-1}
        onChange={(evenement) => {
          const fichier = evenement.target.files?.[0];
          evenement.target.value = '';
          if (fichier) void charger(fichier);
        }}
      />
    </>
  );
}
