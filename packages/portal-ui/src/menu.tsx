import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components/Menu';
import { Francais } from './francais.js';

export interface ElementMenu {
  cle: string;
  libelle: string;
  /** A check mark stands before the choice in force. */
  coche?: boolean;
  href?: string;
  onAction?: () => void;
}

export interface MenuProps {
  /** Name of the list of acts. */
  libelle: string;
  /** What the button shows: its accessible name. */
  children: ReactNode;
  sections: readonly { titre: string; elements: readonly ElementMenu[] }[];
}

/** A button that opens a list of acts. */
export function Menu({ libelle, children, sections }: MenuProps): ReactNode {
  return (
    <Francais>
      <MenuTrigger>
        <Button className="p-menu__bouton">
          {children}
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
        <Popover className="p-menu" placement="bottom end">
          <AriaMenu className="p-menu__liste" aria-label={libelle}>
            {sections.map((section) => (
              <MenuSection key={section.titre} className="p-menu__section">
                <Header className="p-menu__titre">{section.titre}</Header>
                {section.elements.map((element) => (
                  <MenuItem
                    key={element.cle}
                    id={element.cle}
                    className="p-menu__element"
                    textValue={element.libelle}
                    href={element.href}
                    onAction={() => element.onAction?.()}
                  >
                    {element.coche !== undefined && (
                      <span className="p-menu__coche">
                        {element.coche && <Check size={16} aria-hidden="true" />}
                      </span>
                    )}
                    {element.libelle}
                    {element.coche && <span className="p-hors-ecran"> (choisi)</span>}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
          </AriaMenu>
        </Popover>
      </MenuTrigger>
    </Francais>
  );
}
