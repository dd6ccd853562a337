import { Carte, MarquePartenaire } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { peutAgir } from '../date/actes-au-present.js';
import { useAgent } from '../session/session.js';
import { DonnerAvis } from './donner-avis.js';
import { droitsSurLesFiches } from './droits-fiches.js';
import { type MaisonAFiches, maisonDeLaFiche } from './fiche.js';
import { ObservationsRecues } from './observations-recues.js';
import { Observer } from './observer.js';
import { SesObservations } from './ses-observations.js';
import { VieDeLaFiche } from './vie-de-la-fiche.js';

/** What the reader's house may do about this fiche: its own life, or a word on another's. */
export function ActesDeFiche({ maison, id }: { maison: MaisonAFiches; id: string }): ReactNode {
  const agent = useAgent();
  const { partenaire } = maison;
  const sienne = maisonDeLaFiche(id) === partenaire;
  const observe = !sienne && peutAgir(agent, `${partenaire}:observation:ecrire`);
  const avis = maison.enregistrerAvis && peutAgir(agent, `${partenaire}:avis:enregistrer`);
  const droits = droitsSurLesFiches(agent, partenaire);
  const agit = sienne && (droits.modifier || droits.valider || droits.publier);
  if (!observe && !avis && !agit) return null;
  return (
    <div className="p-ecran k-actes-de-fiche">
      <Carte
        titre="Ce que votre maison peut faire"
        aside={<MarquePartenaire partenaire={partenaire} />}
        partenaire={partenaire}
      >
        {agit && <VieDeLaFiche maison={maison} id={id} />}
        {sienne && droits.modifier && <ObservationsRecues maison={maison} fiche={id} />}
        {observe && <Observer maison={maison} fiche={id} />}
        {observe && <SesObservations maison={maison} fiche={id} />}
        {avis && maison.enregistrerAvis && (
          <DonnerAvis enregistrer={maison.enregistrerAvis} fiche={id} />
        )}
      </Carte>
    </div>
  );
}
