import { join } from 'node:path';
import {
  type Canal,
  type Etat,
  etatSchema,
  type ResultatPublication,
  resultatPublicationSchema,
} from '@passerelle/publication';
import { z } from 'zod';
import { PUBLIC_FILE, readJson, writeJson } from '../write-file.js';
import type { Offer } from './offers.js';
import { type RegistryClient, RegistryRefusal } from './registry-client.js';
import type { RegistryTokens } from './registry-tokens.js';
import { type Finding, tellRefusal } from './tell-refusal.js';

export interface PublishOutcome {
  /** Names of what this start put in service. */
  readonly publies: readonly string[];
  /** By name of what the registry refused, one French sentence. */
  readonly refus: ReadonlyMap<string, string>;
  /** Whether the channel serves something for everything that was offered. */
  readonly estComplet: boolean;
}

/**
 * Publishes what changed in this checkout since the last start, with each publisher's own token.
 * What somebody published or rolled back meanwhile stays, unless the checkout changed too.
 *
 * @throws RegistryRefusal, RegistryUnreachable
 */
export async function publishOffers(deps: {
  client: RegistryClient;
  canal: Canal;
  jetons: RegistryTokens;
  offers: readonly Offer[];
  dossier: string;
  /** False when the registry is another than the one of the last start. */
  estConnu: boolean;
}): Promise<PublishOutcome> {
  const path = join(deps.dossier, 'publications.json');
  const kept = readMemory(path);
  const memory = new Map(deps.estConnu ? Object.entries(kept[deps.canal] ?? {}) : []);
  const before = await readState(deps);
  const publies: string[] = [];
  const refus = new Map<string, string>();
  for (const offer of deps.offers) {
    if (offer.isLive(before) && memory.get(offer.nom) === offer.empreinte) continue;
    const refused = await publish(deps, offer);
    if (refused !== null) refus.set(offer.nom, tellRefusal(offer, refused, offer.isLive(before)));
    else {
      publies.push(offer.nom);
      memory.set(offer.nom, offer.empreinte);
      // After each one: a start interrupted half-way does not send it all again.
      writeJson(path, { ...kept, [deps.canal]: Object.fromEntries(memory) }, PUBLIC_FILE);
    }
  }
  const after = publies.length === 0 ? before : await readState(deps);
  return { publies, refus, estComplet: deps.offers.every((offer) => offer.isLive(after)) };
}

/** By channel and name, the fingerprint of what was published last. */
function readMemory(path: string): Record<string, Record<string, string>> {
  return z.record(z.string(), z.record(z.string(), z.string())).catch({}).parse(readJson(path));
}

interface Speaker {
  readonly client: RegistryClient;
  readonly canal: Canal;
  readonly jetons: RegistryTokens;
}

function readState({ client, canal, jetons }: Speaker): Promise<Etat> {
  return client.call({
    jeton: jetons.commun.administration,
    chemin: `/v1/etat?canal=${canal}`,
    reponse: etatSchema,
  });
}

/** @returns null once it is in service, or why it is not */
async function publish(
  { client, canal, jetons }: Speaker,
  offer: Offer,
): Promise<{ constats: readonly Finding[] } | null> {
  try {
    const resultat: ResultatPublication = await client.call({
      jeton: tokenOf(jetons, offer),
      chemin: offer.chemin,
      corps: offer.demande(canal),
      reponse: resultatPublicationSchema,
      aussi: [422],
    });
    return resultat.publie || resultat.inchange ? null : resultat.rapport;
  } catch (error) {
    // A limit, a right: refused before any check. What the registry has lost is another matter.
    if (!(error instanceof RegistryRefusal) || error.statut >= 500) throw error;
    const { code, message, remede } = error;
    return { constats: [{ code, gravite: 'REFUS', message, remede }] };
  }
}

function tokenOf(jetons: RegistryTokens, { editeur, genre }: Offer): string {
  const own: { module: string; schema?: string } = jetons[editeur];
  return genre === 'schema' ? (own.schema ?? own.module) : own.module;
}
