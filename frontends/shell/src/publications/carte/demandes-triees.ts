import type { EtatDeDemandeCarte } from '@passerelle/publication';

/** Whether this house's answer is awaited. */
export function attendMaison({ statut, accords }: EtatDeDemandeCarte, maison: string): boolean {
  return (
    statut === 'EN_ATTENTE' &&
    accords.some(({ partenaire, decision }) => partenaire === maison && decision === 'EN_ATTENTE')
  );
}

/** What awaits the reader's house first, then what awaits another, then the past; newest first. */
export function trierDemandes(
  demandes: readonly EtatDeDemandeCarte[],
  maison: string,
): EtatDeDemandeCarte[] {
  const rang = (demande: EtatDeDemandeCarte): number => {
    if (demande.statut !== 'EN_ATTENTE') return 2;
    return attendMaison(demande, maison) ? 0 : 1;
  };
  return [...demandes].sort(
    (a, b) => rang(a) - rang(b) || b.demandeeLe.localeCompare(a.demandeeLe),
  );
}
