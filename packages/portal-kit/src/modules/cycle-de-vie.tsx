import type { ComponentType, ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { AuJourMontre } from '../date/au-jour-montre.js';
import { clientDe } from '../graphe/au-nom-de.js';
import { client } from '../graphe/client.js';
import { moduleAutour, sante } from '../sante/sante.js';
import { Cadre } from './cadre.js';

/** single-spa gives the place; parcels also carry what the page asks of the slot. */
export interface ProprietesMontage<P> {
  domElement: HTMLElement;
  proprietes: P;
}

export interface CycleDeVie<Montage> {
  bootstrap: () => Promise<void>;
  mount: (montage: Montage) => Promise<void>;
  unmount: (montage: Montage) => Promise<void>;
  update: (montage: Montage) => Promise<void>;
}

export type Application = CycleDeVie<{ domElement: HTMLElement }>;
export type Fragment<P> = CycleDeVie<ProprietesMontage<P>>;

/**
 * Each mount gets its own child element and its own React root: React keeps listeners on a root's
 * container for ever, so a reused container would grow with every visit.
 */
function creerCycle<Montage extends { domElement: HTMLElement }>(
  rendre: (montage: Montage) => ReactNode,
): CycleDeVie<Montage> {
  const montes = new WeakMap<HTMLElement, { hote: HTMLElement; racine: Root }>();
  const dessiner = (racine: Root, hote: HTMLElement, montage: Montage): void => {
    const module = moduleAutour(hote);
    racine.render(
      <Cadre client={module ? clientDe(client, module) : client}>
        <AuJourMontre>{rendre(montage)}</AuJourMontre>
      </Cadre>,
    );
  };
  return {
    bootstrap: async () => {},
    async mount(montage) {
      const hote = document.createElement('div');
      montage.domElement.append(hote);
      const racine = createRoot(hote, {
        onCaughtError(erreur) {
          console.error(erreur);
          const module = moduleAutour(hote);
          if (module) sante.erreur(module, erreur);
        },
      });
      montes.set(montage.domElement, { hote, racine });
      dessiner(racine, hote, montage);
    },
    async update(montage) {
      const monte = montes.get(montage.domElement);
      if (monte) dessiner(monte.racine, monte.hote, montage);
    },
    async unmount({ domElement }) {
      const monte = montes.get(domElement);
      montes.delete(domElement);
      monte?.racine.unmount();
      monte?.hote.remove();
    },
  };
}

/** A module's own pages, for `registerApplication` (custom prop `domElement`). */
export function creerApplication(Composant: ComponentType): Application {
  return creerCycle(() => <Composant />);
}

/** What a module puts in a slot of a shared page, for `Emplacement`. */
export function creerFragment<P extends object>(Composant: ComponentType<P>): Fragment<P> {
  return creerCycle(({ proprietes }) => <Composant {...proprietes} />);
}
