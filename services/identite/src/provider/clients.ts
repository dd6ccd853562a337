import type { ClientMetadata } from 'oidc-provider';
import { z } from 'zod';

const clientSchema = z.looseObject({
  client_id: z.string().min(1),
  client_secret: z.string().min(16),
  client_name: z.string().optional(),
  redirect_uris: z.array(z.string()).default([]),
  post_logout_redirect_uris: z.array(z.string()).default([]),
  grant_types: z.array(z.string()).min(1),
  response_types: z.array(z.literal('code')).optional(),
});

/** The file that the supervisor writes: the portal, and the applications of integrators. */
export const clientsFileSchema = z.array(clientSchema).min(1);

type ClientsFile = z.infer<typeof clientsFileSchema>;

/** An application that only presents itself answers no one's sign-in: it gets no response type. */
export function toClientMetadata(file: ClientsFile): ClientMetadata[] {
  return file.map((client) => ({
    ...client,
    response_types:
      client.response_types ?? (client.grant_types.includes('authorization_code') ? ['code'] : []),
  }));
}

/** Where « back to the portal » leads: the origin of the first application people sign in to. */
export function portalAddress(file: ClientsFile): string | null {
  const uri = file.flatMap((client) => client.redirect_uris).at(0);
  return uri === undefined ? null : new URL('/', uri).href;
}
