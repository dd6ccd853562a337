import { freePorts as choosePorts } from '@passerelle/embedded-postgres';
import type { NomDePort, PORTS } from './config.js';

type Variable = (typeof PORTS)[NomDePort]['variable'];

/** A free port for each thing that listens, as environment variables: `{ PORT: '41233', … }`. */
export async function freePorts(): Promise<Record<Variable, string>> {
  const ports = await choosePorts(8);
  const take = (): string => String(ports.pop());
  return {
    PORT: take(),
    PORT_ADMIN: take(),
    PORT_IDENTITE: take(),
    PORT_REGISTRE: take(),
    PORT_ETAT: take(),
    PORT_REGION: take(),
    PORT_POLE_EMPLOI: take(),
    PORT_POSTGRES: take(),
  };
}
