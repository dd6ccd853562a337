const REFUS = {
  LETTRE_NON_PARTIE:
    'Le serveur de courriel n’a pas pris la lettre. Vérifiez votre adresse, ou réessayez plus tard.',
  LETTRE_TROP_RAPPROCHEE: 'Une lettre vient de vous être envoyée. Attendez une minute.',
} as const;

export type CodeRefus = keyof typeof REFUS;

export function refusDeLettre(code: CodeRefus): { code: string; message: string } {
  return { code, message: REFUS[code] };
}

export const LETTRE_REFUS: readonly string[] = Object.keys(REFUS);
