import {
  adresseRefusee,
  type Constat,
  type Resolve,
  resolveByDns,
  type SousGraphePublie,
} from '@passerelle/publication';
import { askSchemaServed } from './ask-schema-served.js';
import type { CodeDeService } from './codes.js';

/** As long as the gateway waits for a partner: one that is slow for a moment is not out of reach. */
const DEADLINE_MS = 5000;

export type Sonde =
  | { readonly statut: 'CONFORME'; readonly message: string; readonly constat: null }
  | {
      readonly statut: 'DERIVE' | 'INJOIGNABLE';
      /** French. */
      readonly message: string;
      /** Why the schema may not be published as long as it is so. */
      readonly constat: Constat;
    };

export interface ProbeOptions {
  readonly production: boolean;
  /** Hosts at which the partner may serve. */
  readonly hotes: readonly string[];
  readonly resolve?: Resolve;
  readonly deadlineMs?: number;
}

/**
 * Does the process at the routing URL serve exactly this schema?
 *
 * Asks nobody that the partner may not name, nor, in production, an address of the machine itself.
 */
export async function probe(
  sousGraphe: Pick<SousGraphePublie, 'partenaire' | 'url' | 'empreinte'>,
  { production, hotes, resolve = resolveByDns, deadlineMs = DEADLINE_MS }: ProbeOptions,
): Promise<Sonde> {
  const { partenaire, url, empreinte } = sousGraphe;
  const refusee = adresseRefusee(url, { hotes, production });
  if (refusee) return unreachable('ADRESSE_INTERDITE', refusee.message, HOTES);

  const { origin } = new URL(url);
  const address = new URL('/sante/schema', origin);
  const reponse = await askSchemaServed(address, { production, resolve, deadlineMs });
  switch (reponse.dit) {
    case 'RIEN':
      return unreachable('SERVICE_INJOIGNABLE', `« ${origin} » ${reponse.raison}.`, JOINDRE);
    case 'ADRESSE_INTERNE':
      return unreachable(
        'ADRESSE_INTERDITE',
        `Le nom de « ${origin} » désigne la machine elle-même ou son hébergeur.`,
        HOTES,
      );
    case 'SCHEMA':
      if (reponse.partenaire !== partenaire) {
        return drifted(
          `À « ${origin} » répond le service de « ${reponse.partenaire} », et non de « ${partenaire} ».`,
          'Donnez l’adresse de votre propre service.',
        );
      }
      if (reponse.empreinte !== empreinte) {
        return drifted(
          `Le service de « ${partenaire} » sert un autre schéma (${short(reponse.empreinte)}) que celui-ci (${short(empreinte)}).`,
          'Déployez la version du service qui sert ce schéma, puis publiez-le ; ou publiez le schéma que le service en marche imprime.',
        );
      }
      return { statut: 'CONFORME', message: 'Le service sert ce schéma.', constat: null };
  }
}

const JOINDRE =
  'Démarrez le service à cette adresse, vérifiez qu’il répond à GET /sante/schema et que le registre peut le joindre, puis recommencez.';
const HOTES =
  'Servez à l’un de vos hôtes, joignable de l’extérieur, ou demandez une révision de la carte de responsabilité pour en changer.';

function unreachable(code: CodeDeService, message: string, remede: string): Sonde {
  return { statut: 'INJOIGNABLE', message, constat: constat(code, message, remede) };
}

function drifted(message: string, remede: string): Sonde {
  return { statut: 'DERIVE', message, constat: constat('SCHEMA_NON_SERVI', message, remede) };
}

function constat(code: CodeDeService, message: string, remede: string): Constat {
  return { code, gravite: 'REFUS', famille: 'service', message, remede };
}

/** Enough to tell two apart in a sentence. */
function short(empreinte: string): string {
  return `${empreinte.slice(0, 'sha256:'.length + 12)}…`;
}
