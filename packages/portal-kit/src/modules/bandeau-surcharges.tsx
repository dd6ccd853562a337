import { Bandeau, Bouton } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { nomPartenaire } from '../partenaires/partenaire.js';
import { lireRegistre, type Surcharge } from './registre.js';

/** Says for as long as it lasts which modules come from this machine and not from the portal. */
export function BandeauSurcharges(): ReactNode {
  return lireRegistre().surcharges.map((surcharge) => (
    <Bandeau
      key={surcharge.partenaire}
      ton="attention"
      titre={`Module ${nomPartenaire(surcharge.partenaire)} servi depuis votre poste : ${surcharge.url}`}
      actions={<Bouton onPress={() => retirer(surcharge)}>Revenir au module publié</Bouton>}
    />
  ));
}

function retirer({ partenaire }: Surcharge): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is for secure pages only
  document.cookie = `import-map-override:@passerelle/module-${partenaire}=; Path=/; Max-Age=0; SameSite=Lax`;
  location.reload();
}
