/** The part of `localStorage` that drafts need. */
export interface Stockage {
  getItem(cle: string): string | null;
  setItem(cle: string, valeur: string): void;
  removeItem(cle: string): void;
}

export interface BrouillonGarde {
  valeur: unknown;
  enregistreLe: Date;
}

/**
 * Keeps what an agent types on this machine until the server has acknowledged it. One agent never
 * sees another's; a storage that is full or forbidden loses the safety net, never the typing.
 */
export function creerMagasinBrouillons(
  stockage: Stockage,
  sujet: string,
  maintenant: () => Date = () => new Date(),
): {
  lire(cle: string): BrouillonGarde | null;
  garder(cle: string, valeur: unknown): boolean;
  oublier(cle: string): void;
} {
  const adresse = (cle: string): string => `passerelle:brouillon:${sujet}:${cle}`;
  return {
    lire(cle) {
      try {
        const texte = stockage.getItem(adresse(cle));
        if (texte === null) return null;
        const garde: unknown = JSON.parse(texte);
        if (typeof garde !== 'object' || garde === null) return null;
        const valeur: unknown = Reflect.get(garde, 'valeur');
        const enregistreLe = new Date(String(Reflect.get(garde, 'enregistreLe')));
        return Number.isNaN(enregistreLe.getTime()) ? null : { valeur, enregistreLe };
      } catch {
        return null;
      }
    },
    garder(cle, valeur) {
      try {
        stockage.setItem(
          adresse(cle),
          JSON.stringify({ valeur, enregistreLe: maintenant().toISOString() }),
        );
        return true;
      } catch {
        return false;
      }
    },
    oublier(cle) {
      try {
        stockage.removeItem(adresse(cle));
      } catch {
        // Nothing was kept, nothing to forget.
      }
    },
  };
}
