import { formaterDate, formaterDateProche } from '@passerelle/portal-kit';
import { Moment } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';

/** A date in words near, exact on hover and in print. */
export function MomentProche({ iso }: { iso: string }): ReactNode {
  return <Moment iso={iso} proche={formaterDateProche(iso)} exact={formaterDate(iso)} />;
}
