import { formaterDate } from '@passerelle/portal-kit';
import { Bouton, Carte, Pastille, type PastilleProps } from '@passerelle/portal-ui';
import type { EtatDeDemandeCarte } from '@passerelle/publication';
import type { ReactNode } from 'react';
import { deEditeur, sujetEditeur } from '../commun/editeurs.js';
import { MarqueEditeur } from '../commun/marque-editeur.js';
import { MomentLe } from '../commun/moment-le.js';
import { attendMaison } from './demandes-triees.js';

type Decision = EtatDeDemandeCarte['accords'][number]['decision'];

const STATUTS: Readonly<
  Record<EtatDeDemandeCarte['statut'], { libelle: string; ton: NonNullable<PastilleProps['ton']> }>
> = {
  EN_ATTENTE: { libelle: 'en attente', ton: 'attention' },
  APPLIQUEE: { libelle: 'appliquée', ton: 'ok' },
  REFUSEE: { libelle: 'refusée', ton: 'alerte' },
  EXPIREE: { libelle: 'expirée', ton: 'neutre' },
};

const DECISIONS: Readonly<Record<Decision, string>> = {
  EN_ATTENTE: 'réponse attendue',
  ACCORD: 'd’accord',
  REFUS: 'refuse',
};

/** A change of the map that was asked: what, why, who has answered. */
export function Demande({
  demande,
  maison,
  peutRepondre,
  onRepondre,
}: {
  demande: EtatDeDemandeCarte;
  maison: string;
  peutRepondre: boolean;
  onRepondre: (decision: 'ACCORD' | 'REFUS') => void;
}): ReactNode {
  const { libelle, ton } = STATUTS[demande.statut];
  return (
    <Carte
      niveau={3}
      titre={`Demande ${deEditeur(demande.editeur)}, ${formaterDate(demande.demandeeLe)}`}
      aside={
        <span className="s-pastilles s-pastilles--ligne">
          {demande.urgence && <Pastille ton="alerte">urgence</Pastille>}
          <Pastille ton={ton}>{libelle}</Pastille>
        </span>
      }
    >
      <p className="s-sans-fin">{demande.motif}</p>
      <p className="p-pied">
        Faite par {demande.par}.{' '}
        {demande.statut === 'EN_ATTENTE' && (
          <>
            Sans réponse, elle expire <MomentLe iso={demande.expireLe} />.
          </>
        )}
        {demande.revision !== null && <>C’est la révision {demande.revision} de la carte.</>}
        {demande.urgence && demande.statut === 'APPLIQUEE' && (
          <> Appliquée aussitôt, par la voie d’urgence : les maisons concernées en sont averties.</>
        )}
      </p>
      {demande.changements.length > 0 && (
        <ul className="s-puces">
          {demande.changements.map((changement) => (
            <li key={changement}>{changement}</li>
          ))}
        </ul>
      )}
      <ul className="p-liste" aria-label="Réponses des maisons">
        {demande.accords.map(({ partenaire, decision, par, le, motif }) => (
          <li key={partenaire}>
            <span>
              <MarqueEditeur editeur={partenaire} /> :{' '}
              {decision === 'EN_ATTENTE' && demande.statut !== 'EN_ATTENTE'
                ? 'n’a pas répondu'
                : DECISIONS[decision]}
              {le !== null && (
                <small>
                  <MomentLe iso={le} />
                  {par !== null && `, ${par}`}
                </small>
              )}
              {motif !== null && motif !== '' && <small>{motif}</small>}
            </span>
          </li>
        ))}
      </ul>
      {peutRepondre && attendMaison(demande, maison) ? (
        <div className="p-actions">
          <Bouton variante="principal" onPress={() => onRepondre('ACCORD')}>
            Donner l’accord
          </Bouton>
          <Bouton variante="danger" onPress={() => onRepondre('REFUS')}>
            Refuser
          </Bouton>
        </div>
      ) : (
        demande.statut === 'EN_ATTENTE' && <Attendus demande={demande} />
      )}
    </Carte>
  );
}

function Attendus({ demande }: { demande: EtatDeDemandeCarte }): ReactNode {
  const attendus = demande.accords.filter(({ decision }) => decision === 'EN_ATTENTE');
  if (attendus.length === 0) return null;
  return (
    <p className="p-pied">
      {attendus.map(({ partenaire }) => sujetEditeur(partenaire)).join(', ')} : réponse attendue du
      titulaire ou de son suppléant devant la carte.
    </p>
  );
}
