import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';

/**
 * Hidden labels of the underlying widgets follow the browser's language otherwise: a French page
 * would carry an English "Dismiss". Each parcel has its own React root, hence one provider here
 * rather than one at the top of the shell.
 */
export function Francais({ children }: { children: ReactNode }): ReactNode {
  return <I18nProvider locale="fr-FR">{children}</I18nProvider>;
}
