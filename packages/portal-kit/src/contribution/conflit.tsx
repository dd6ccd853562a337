import { Bandeau, Bouton, type Partenaire, PastilleMeteo } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { VersionLue } from './contribution.js';
import type { Saisie } from './saisie.js';
import { Version } from './version-lue.js';

export interface ProprietesConflit {
  partenaire: Partenaire;
  /** What someone else saved meanwhile. */
  enregistree: VersionLue;
  /** What this agent typed. */
  saisie: Saisie;
  onGarderMaSaisie: () => void;
  onReprendreEnregistree: () => void;
}

/** Two people wrote at the same time: both texts are shown, and the agent decides. */
export function Conflit({
  partenaire,
  enregistree,
  saisie,
  onGarderMaSaisie,
  onReprendreEnregistree,
}: ProprietesConflit): ReactNode {
  return (
    <div className="k-conflit">
      <Bandeau
        ton="attention"
        annonce="alerte"
        titre="Cette contribution a changé pendant que vous écriviez."
      >
        Rien n’est perdu : comparez les deux versions et choisissez.
      </Bandeau>
      <div className="k-conflit__versions">
        <section aria-label="Version enregistrée entre-temps">
          <p>
            <strong>Version enregistrée entre-temps</strong>{' '}
            <PastilleMeteo meteo={enregistree.meteo} />
          </p>
          <Version partenaire={partenaire} version={enregistree} />
        </section>
        <section aria-label="Votre saisie">
          <p>
            <strong>Votre saisie</strong> <PastilleMeteo meteo={saisie.meteo} />
          </p>
          <p className="k-avancement">{saisie.avancement} %</p>
          <p className="k-commentaire">{saisie.commentaire || 'Sans commentaire.'}</p>
        </section>
      </div>
      <div className="p-actions">
        <Bouton variante="principal" onPress={onGarderMaSaisie}>
          Remplacer par ma saisie
        </Bouton>
        <Bouton onPress={onReprendreEnregistree}>Reprendre la version enregistrée</Bouton>
      </div>
    </div>
  );
}
