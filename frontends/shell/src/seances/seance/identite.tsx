import {
  BoutonSuivre,
  cheminTerritoire,
  formaterDate,
  partenaireDuGraphe,
} from '@passerelle/portal-kit';
import {
  Bouton,
  LienBouton,
  MarqueDemonstration,
  MarquePartenaire,
  Pastille,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { SeanceEntiereFragment } from '../../generated/graphql.js';
import { donnerCalendrier } from '../fichiers/donner-calendrier.js';
import { horaireDe } from '../heures.js';
import { cheminDossier, nomDInstance, STATUTS_SEANCE } from '../libelles.js';
import { ModifierSeance } from './modifier-seance.js';
import { RepriseDe } from './seconde-convocation.js';
import { VersionsDeSeance } from './versions-de-seance.js';
import type { VueDeSeance } from './vue-de-seance.js';

export function titreDeSeance(seance: SeanceEntiereFragment): string {
  return `${nomDInstance(seance.instance)}, ${formaterDate(seance.jour)}`;
}

/** What, where, when, and whose session it is. */
export function IdentiteDeSeance({ seance }: { seance: SeanceEntiereFragment }): ReactNode {
  const { instance, statut, lieu, objet, demonstration } = seance;
  const horaire = horaireDe(seance.debut ?? null, seance.fin ?? null);
  return (
    <>
      <p>
        <Pastille ton={statut === 'CLOSE' ? 'ok' : statut === 'ANNULEE' ? 'alerte' : 'neutre'}>
          {STATUTS_SEANCE[statut]}
        </Pastille>{' '}
        {[objet, horaire, lieu].filter(Boolean).join(', ')}
        {(objet || horaire || lieu) && '. '}
        <a href={cheminTerritoire(instance.territoire)}>{instance.territoire.nom}</a>.
      </p>
      <p>
        Copilotes :{' '}
        {instance.copilotesLe.map(({ fonction, organisation, partenaire }, rang) => (
          <span key={`${fonction} ${organisation}`}>
            {rang > 0 && ', '}
            {fonction}{' '}
            {partenaire ? (
              <>
                (<MarquePartenaire partenaire={partenaireDuGraphe(partenaire)} />)
              </>
            ) : (
              `(${organisation})`
            )}
          </span>
        ))}
      </p>
      <RepriseDe seance={seance} />
      {demonstration && <MarqueDemonstration>séance de démonstration</MarqueDemonstration>}
    </>
  );
}

export function ActionsDeSeance(vue: VueDeSeance): ReactNode {
  const { seance, tient, suspendu } = vue;
  return (
    <>
      <LienBouton href={cheminDossier(seance.id)} variante="principal">
        Dossier
      </LienBouton>
      <BoutonSuivre genre="SEANCE" cle={seance.id} nom="cette séance" />
      <Bouton onPress={() => void donnerCalendrier([seance.instance.id, seance.jour], [seance])}>
        Ajouter à mon agenda
      </Bouton>
      <Bouton onPress={() => window.print()}>Imprimer</Bouton>
      {tient && (seance.statut === 'PREVUE' || seance.statut === 'TENUE') && (
        <ModifierSeance seance={seance} suspendu={suspendu} />
      )}
      <VersionsDeSeance
        vue={vue}
        objet="SEANCE"
        retablissable={tient && seance.statut !== 'CLOSE'}
      />
    </>
  );
}
