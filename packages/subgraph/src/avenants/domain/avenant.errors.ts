const REFUS = {
  AVENANT_DEJA_PUBLIE: 'Cet avenant est publié : le texte est en vigueur.',
  AVENANT_INCONNU:
    'Cet avenant n’est pas connu de votre maison. S’il vient d’être proposé, attendez quelques secondes.',
  EMPREINTE_DIFFERENTE:
    'Le texte proposé a changé depuis que vous l’avez lu. Relisez-le avant de le valider.',
} as const;

export type CodeRefusAvenant = keyof typeof REFUS;

export interface RefusAvenant {
  readonly code: CodeRefusAvenant;
  readonly message: string;
}

export function refusAvenant(code: CodeRefusAvenant): RefusAvenant {
  return { code, message: REFUS[code] };
}

export const AVENANT_REFUS: readonly string[] = Object.keys(REFUS);
