import type { Partenaire } from '@passerelle/identity';
import type { CleContribution } from './contribution.js';

const SHAPE = /^([a-z-]+):(E\d{2}):([1-9]\d{0,8})$/;

/** `region:E07:3`: the house, the engagement, the version. */
export function contributionId(
  maison: Partenaire,
  { engagement, version }: CleContribution,
): string {
  return `${maison}:${engagement}:${version}`;
}

/** @returns null for anything that is not an identifier of this house */
export function parseContributionId(maison: Partenaire, id: string): CleContribution | null {
  const [, house, engagement, version] = SHAPE.exec(id) ?? [];
  if (house !== maison || engagement === undefined || version === undefined) return null;
  return { engagement, version: Number(version) };
}
