import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { Francais } from './francais.js';

export interface Onglet {
  cle: string;
  titre: ReactNode;
  contenu: ReactNode;
}

export interface OngletsProps {
  libelle: string;
  onglets: readonly Onglet[];
  actif?: string;
  onChange?: (cle: string) => void;
}

export function Onglets({ libelle, onglets, actif, onChange }: OngletsProps): ReactNode {
  return (
    <Francais>
      <Tabs
        className="p-onglets"
        keyboardActivation="manual"
        selectedKey={actif}
        onSelectionChange={(cle) => onChange?.(String(cle))}
      >
        <TabList className="p-onglets__liste" aria-label={libelle}>
          {onglets.map((onglet) => (
            <Tab key={onglet.cle} id={onglet.cle} className="p-onglet">
              {onglet.titre}
            </Tab>
          ))}
        </TabList>
        {onglets.map((onglet) => (
          <TabPanel key={onglet.cle} id={onglet.cle} className="p-onglets__panneau">
            {onglet.contenu}
          </TabPanel>
        ))}
      </Tabs>
    </Francais>
  );
}
