import {
  ceQuiManque,
  client,
  jourDemande,
  lirePourUnFichier,
  type TableauAExporter,
} from '@passerelle/portal-kit';
import { PARTENAIRES, type Partenaire } from '@passerelle/portal-ui';
import { dateDeReference } from '../date-reference.js';
import { EngagementsEnFichierDocument } from '../generated/graphql.js';
import { engagementsEnTableau } from './engagements-en-tableau.js';
import { type Filtres, filtrer } from './filtres.js';
import { lignesDeSuivi } from './lignes.js';
import { trierParImmobilite } from './suivi.js';
import { parMaison, versionPubliee } from './version-publiee.js';

/** The engagements that the filters keep, read anew with what each house says of them. */
export async function lireEngagementsEnFichier(filtres: Filtres): Promise<TableauAExporter> {
  const { donnees, manques } = await lirePourUnFichier(client, EngagementsEnFichierDocument, {
    le: jourDemande(),
  });
  const engagements = donnees.engagements ?? [];
  const maisons = filtres.maison === null ? PARTENAIRES : [filtres.maison];
  const lignes = lignesDeSuivi(engagements, { manquants: [], manques });
  const commentaires = new Map(
    engagements.map((engagement) => {
      const dits: Partial<Record<Partenaire, string | null>> = {};
      for (const { partenaire, contribution } of parMaison(engagement)) {
        dits[partenaire] = versionPubliee(contribution)?.commentaire ?? null;
      }
      return [engagement.code, dits] as const;
    }),
  );
  const tableau = engagementsEnTableau(trierParImmobilite(filtrer(lignes, filtres), maisons), {
    maisons,
    enjeux: new Map((donnees.enjeux ?? []).map(({ numero, libelle }) => [numero, libelle])),
    commentaires,
    aujourdhui: dateDeReference(),
  });
  return { ...tableau, remarques: ceQuiManque({ elements: lignes, tronquee: false, manques }) };
}
