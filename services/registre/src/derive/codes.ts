/** Findings of the family `service`: what the process at the routing URL answers. Never renamed. */
export const CODES_DE_SERVICE = [
  'ADRESSE_INTERDITE',
  'SCHEMA_NON_SERVI',
  'SERVICE_INJOIGNABLE',
] as const;

export type CodeDeService = (typeof CODES_DE_SERVICE)[number];
