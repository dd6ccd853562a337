import { freePorts } from '@passerelle/embedded-postgres';

/** A port of 127.0.0.1 on which nothing listens. */
export async function freePort(): Promise<number> {
  const [port] = await freePorts(1);
  if (port === undefined) throw new Error('no port');
  return port;
}
