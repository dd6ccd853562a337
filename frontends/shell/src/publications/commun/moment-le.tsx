import { formaterDate, formaterLe } from '@passerelle/portal-kit';
import { Moment } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';

/** A near date that follows a verb: « lu il y a 5 minutes », « publiée le 8 décembre ». */
export function MomentLe({ iso }: { iso: string }): ReactNode {
  return <Moment iso={iso} proche={formaterLe(iso)} exact={formaterDate(iso)} />;
}
