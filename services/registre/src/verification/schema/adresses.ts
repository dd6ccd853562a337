import { type AdresseRefusee, adresseRefusee, type Constat } from '@passerelle/publication';

interface Adresses {
  readonly partenaire: string;
  readonly url: string;
  readonly fluxUrl: string;
  readonly santeUrl: string;
}

/** Where the gateway would call the partner: its own hosts only, none inside in production. */
export function constatsDAdresse(
  hotes: Readonly<Record<string, readonly string[]>>,
  { partenaire, url, fluxUrl, santeUrl }: Adresses,
  production: boolean,
): Constat[] {
  const siens = Object.hasOwn(hotes, partenaire) ? (hotes[partenaire] ?? []) : [];
  // Addresses that go wrong in the same way are one finding: most often a wrong host, said once.
  const refusees = new Map<string, { refus: AdresseRefusee; usages: string[] }>();
  for (const [usage, adresse] of [
    ['graphe', url],
    ['flux', fluxUrl],
    ['santé', santeUrl],
  ] as const) {
    const refus = adresseRefusee(adresse, { hotes: siens, production });
    if (refus === null) continue;
    const cle = `${refus.code} ${refus.message}`;
    const usages = refusees.get(cle)?.usages ?? [];
    refusees.set(cle, { refus, usages: [...usages, usage] });
  }
  return [...refusees.values()].map(
    ({ refus, usages }): Constat => ({
      code: refus.code,
      gravite: 'REFUS',
      famille: 'adresse',
      message: `Adresse (${usages.join(', ')}) : ${refus.message}`,
      remede:
        refus.code === 'ADRESSE_SANS_TLS'
          ? 'Publiez une adresse en https.'
          : `Publiez une adresse de vos hôtes (${siens.join(', ') || 'aucun'}), ou proposez une révision de la carte de responsabilité.`,
    }),
  );
}
