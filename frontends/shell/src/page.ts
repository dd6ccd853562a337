import { setPage } from '@passerelle/portal-kit';
import { useEffect } from 'react';

/** Names the page once its title is in the document. */
export function usePage(titre: string): void {
  useEffect(() => setPage({ titre }), [titre]);
}
