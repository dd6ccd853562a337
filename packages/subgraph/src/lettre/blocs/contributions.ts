import { type Partenaire, sujetPartenaireLe } from '@passerelle/identity';
import { z } from 'zod';
import { jourAParis } from '../../app/jour-courant.js';
import type { Abonne } from '../domain/abonne.js';
import type { Circonstances, LecteurDeBloc } from '../domain/lecteur.js';
import type { LigneDeLettre } from '../domain/lettre.js';
import { joursApres } from '../domain/lundi.js';
import { peut } from './peut.js';

/** Past that many days without a publication, a contribution has gone stale. */
const PERIME_APRES_JOURS = 30;
const MAX_LIGNES = 8;

const contribution = z
  .object({
    etat: z.enum(['BROUILLON', 'VALIDEE', 'PUBLIEE']),
    versionPubliee: z.object({ publieLe: z.string().nullable() }).nullable(),
    publieLe: z.string().nullable(),
  })
  .nullish();
type Contribution = z.infer<typeof contribution>;

interface Engagement extends Readonly<Record<Partenaire, Contribution>> {
  readonly code: string;
  readonly libelle: string;
}

const CHAMPS = '{ etat publieLe versionPubliee { publieLe } }';
const DOCUMENT = `query LettreContributions { engagements { code libelle
  etat: contributionEtat ${CHAMPS} region: contributionRegion ${CHAMPS}
  poleEmploi: contributionPoleEmploi ${CHAMPS} } }`;

/** What awaits an act of the house on its own contributions: validate, publish, bring up to date. */
export function contributionsEnAttente(maison: Partenaire): LecteurDeBloc {
  return {
    titre: 'Vos contributions',
    async lire({ abonne, jour, demander }) {
      const droits = droitsDe(abonne, maison);
      if (!droits.modifier && !droits.valider && !droits.publier) return null;
      const engagements = await lireEngagements(demander);
      const limite = joursApres(jour, -PERIME_APRES_JOURS);
      const lignes = engagements.flatMap((engagement): LigneDeLettre[] => {
        const sienne = engagement[maison] ?? null;
        const acte = acteAttendu(sienne?.etat ?? null, droits);
        const publiee = derniereDate(sienne);
        const detail =
          acte === null && (publiee === null || publiee.slice(0, 10) < limite)
            ? publiee === null
              ? 'Rien n’est encore publié.'
              : `Sans publication depuis le ${jourCourt(publiee)}.`
            : null;
        if (acte === null && detail === null) return [];
        const texte =
          acte === null ? `Mettre à jour ${engagement.code}` : `${acte} ${engagement.code}`;
        return [{ texte, detail: detail ?? engagement.libelle, chemin: cheminDe(engagement) }];
      });
      return {
        lignes: lignes.slice(0, MAX_LIGNES),
        rien: lignes.length === 0 ? 'Rien n’attend votre maison, tout a moins de 30 jours.' : null,
        suite: suiteDe(lignes.length, '/protocole?vue=anciennete'),
      };
    },
  };
}

/** Publications of the three houses in the last seven days. */
export const publicationsRecentes: LecteurDeBloc = {
  titre: 'Ce qui a bougé depuis une semaine',
  async lire({ jour, demander }) {
    const depuis = joursApres(jour, -7);
    const engagements = await lireEngagements(demander);
    const lignes = engagements
      .flatMap((engagement) =>
        (['etat', 'region', 'pole-emploi'] as const).map((maison) => ({
          engagement,
          maison,
          publieLe: derniereDate(engagement[maison] ?? null),
        })),
      )
      .filter(({ publieLe }) => publieLe !== null && publieLe.slice(0, 10) >= depuis)
      .sort((a, b) => (b.publieLe ?? '').localeCompare(a.publieLe ?? ''))
      .map(
        ({ engagement, maison, publieLe }): LigneDeLettre => ({
          texte: `${sujetPartenaireLe(maison, nomme(publieLe, jour))} a publié sa contribution à ${engagement.code}`,
          detail: engagement.libelle,
          chemin: cheminDe(engagement),
        }),
      );
    return {
      lignes: lignes.slice(0, MAX_LIGNES),
      rien: lignes.length === 0 ? 'Aucune publication.' : null,
      suite: suiteDe(lignes.length, '/protocole'),
    };
  },
};

/** The day by whose names a publication is told: its own, which the letter's own day closes. */
function nomme(publieLe: string | null, jour: string): string {
  const le = publieLe === null ? jour : jourAParis(new Date(publieLe));
  return le < jour ? le : jour;
}

async function lireEngagements(
  demander: Circonstances['demander'],
): Promise<readonly Engagement[]> {
  const { engagements } = reponse.parse(await demander(DOCUMENT, {}));
  return engagements.map(({ code, libelle, etat, region, poleEmploi }) => ({
    code,
    libelle,
    etat,
    region,
    'pole-emploi': poleEmploi,
  }));
}

/** An alias of the graph has no hyphen. */
const reponse = z.object({
  engagements: z.array(
    z.object({
      code: z.string(),
      libelle: z.string(),
      etat: contribution,
      region: contribution,
      poleEmploi: contribution,
    }),
  ),
});

interface Droits {
  readonly modifier: boolean;
  readonly valider: boolean;
  readonly publier: boolean;
}

function droitsDe(abonne: Abonne, maison: Partenaire): Droits {
  return {
    modifier: peut(abonne, maison, 'contribution:modifier'),
    valider: peut(abonne, maison, 'contribution:valider'),
    publier: peut(abonne, maison, 'contribution:publier'),
  };
}

function acteAttendu(
  etat: 'BROUILLON' | 'VALIDEE' | 'PUBLIEE' | null,
  { valider, publier }: Droits,
): string | null {
  if (etat === 'BROUILLON' && valider) return 'Valider la contribution à';
  if (etat === 'VALIDEE' && publier) return 'Publier la contribution à';
  return null;
}

function derniereDate(lue: Contribution): string | null {
  return lue?.publieLe ?? lue?.versionPubliee?.publieLe ?? null;
}

function cheminDe({ code }: { code: string }): string {
  return `/protocole/${encodeURIComponent(code)}`;
}

function suiteDe(nombre: number, chemin: string): { texte: string; chemin: string } | null {
  return nombre > MAX_LIGNES ? { texte: `Voir les ${nombre}`, chemin } : null;
}

function jourCourt(instant: string): string {
  return new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(
    new Date(instant),
  );
}
