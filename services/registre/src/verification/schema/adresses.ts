import { adresseRefusee, type Constat } from '@passerelle/publication';

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
  const usages = new Map<string, string>();
  for (const [usage, adresse] of [
    ['graphe', url],
    ['flux', fluxUrl],
    ['santé', santeUrl],
  ] as const) {
    if (!usages.has(adresse)) usages.set(adresse, usage);
  }
  return [...usages].flatMap(([adresse, usage]): Constat[] => {
    const refus = adresseRefusee(adresse, { hotes: siens, production });
    if (refus === null) return [];
    return [
      {
        code: refus.code,
        gravite: 'REFUS',
        famille: 'adresse',
        message: `Adresse de ${usage} : ${refus.message}`,
        remede:
          refus.code === 'ADRESSE_SANS_TLS'
            ? 'Publiez une adresse en https.'
            : `Publiez une adresse de vos hôtes (${siens.join(', ') || 'aucun'}), ou proposez une révision de la carte de responsabilité.`,
      },
    ];
  });
}
