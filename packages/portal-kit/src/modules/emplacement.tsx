import { Carte, EtatErreur, type Partenaire, Squelette } from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { mountRootParcel } from 'single-spa';
import { useJourDuPortail } from '../date/jour-du-portail.js';
import { phrasesPartenaire } from '../partenaires/partenaire.js';
import { chargerModule } from './charger-module.js';
import type { Fragment, ProprietesMontage } from './cycle-de-vie.js';
import { lireRegistre } from './registre.js';

/**
 * What each slot of the shared pages says to the module that fills it. Each is also told the civil
 * day that the portal shows, as `le`.
 */
export interface ProprietesEmplacements {
  'engagement.contribution': { code: string };
  'engagement.fiches': { code: string };
  /** Filled for the agents of the module's own house only. */
  'fiche.actes': { fiche: string };
  'territoire.fiche': { code: string; maille: Maille };
  'accueil.attente': Record<string, never>;
  /** Filled for the agents of the module's own house only. */
  'seance.participation': { seance: string };
  /** Filled for the agents of the module's own house only. */
  'protocole.tableur': Record<string, never>;
  /** Filled for the agents of the module's own house only. */
  'avenant.validation': { avenant: string; empreinte: string };
}

export type Maille = 'REGION' | 'DEPARTEMENT' | 'ARRONDISSEMENT' | 'EPCI' | 'COMMUNE';
export type NomEmplacement = keyof ProprietesEmplacements;

export interface ProprietesEmplacement<Nom extends NomEmplacement> {
  nom: Nom;
  partenaire: Partenaire;
  proprietes: ProprietesEmplacements[Nom];
  /** Holds the place until the module is there; a card's skeleton by default. */
  attente?: ReactNode;
}

type EtatChargement = 'chargement' | 'montre' | 'echec';

/**
 * A partner's place on a shared page, filled by its module as a single-spa parcel. A module that
 * is missing, broken or slow shows in its own place only.
 */
export function Emplacement<Nom extends NomEmplacement>({
  nom,
  partenaire,
  proprietes,
  attente = <Squelette forme="carte" lignes={5} />,
}: ProprietesEmplacement<Nom>): ReactNode {
  const module = lireRegistre().modules.find(
    (publie) => publie.partenaire === partenaire && publie.emplacements.includes(nom),
  );
  const place = useRef<HTMLDivElement>(null);
  const [etat, setEtat] = useState<EtatChargement>('chargement');
  const [essai, setEssai] = useState(0);
  const { le } = useJourDuPortail();
  const cle = JSON.stringify([le, proprietes]);
  const demandees = useEffectEvent(() => ({ ...proprietes, le }));
  const monte = useRef<{ fragment: Fragment<object>; domElement: HTMLElement } | null>(null);

  useEffect(() => {
    const cible = place.current;
    if (!module || !cible) return;
    const domElement = document.createElement('div');
    let quitte = false;
    const montage: ProprietesMontage<object> = { domElement, proprietes: demandees() };
    let parcelle: ReturnType<typeof mountRootParcel> | undefined;
    const monter = async (): Promise<void> => {
      const charge = await chargerModule(module);
      const fragment = charge.emplacements[nom];
      if (!fragment) throw new Error(`Module « ${module.nom} » does not fill « ${nom} ».`);
      if (quitte) return;
      cible.append(domElement);
      montage.proprietes = demandees();
      parcelle = mountRootParcel(fragment, montage);
      await parcelle.mountPromise;
      if (quitte) return;
      monte.current = { fragment, domElement };
      setEtat('montre');
    };
    setEtat('chargement');
    monter().catch(() => {
      if (!quitte) setEtat('echec');
    });
    return () => {
      quitte = true;
      monte.current = null;
      const finir = (): void => {
        domElement.remove();
        // single-spa 6 keeps the props of an unmounted root parcel for ever (it only forgets those
        // of a named parent): what it keeps must not hold a piece of the page.
        Reflect.deleteProperty(montage, 'domElement');
      };
      // React forbids unmounting another root while it renders this one.
      queueMicrotask(() => {
        if (!parcelle) return finir();
        const enPlace = parcelle;
        enPlace.mountPromise
          .then(() => enPlace.unmount())
          .catch(() => null)
          .finally(finir);
      });
    };
  }, [module, nom, essai]);

  useEffect(() => {
    const present = monte.current;
    void present?.fragment.update({
      domElement: present.domElement,
      proprietes: demandees(),
    });
  }, [cle]);

  const { de, sujet } = phrasesPartenaire(partenaire);
  if (!module) {
    return (
      <Carte bord="tirets">
        <p>{sujet} ne publie rien ici pour le moment.</p>
      </Carte>
    );
  }
  return (
    <div className="k-emplacement" data-emplacement={nom} data-partenaire={partenaire}>
      {etat === 'chargement' && attente}
      {etat === 'echec' && (
        <Carte bord="tirets">
          <EtatErreur
            titre={`Le module ${de} n’a pas pu être chargé`}
            message="Le reste de la page fonctionne."
            onReessayer={() => setEssai(essai + 1)}
          />
        </Carte>
      )}
      <div ref={place} hidden={etat !== 'montre'} className="k-emplacement__place" />
    </div>
  );
}
