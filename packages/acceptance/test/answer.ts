import type { AgentSession, GraphqlAnswer, Platform } from '@passerelle/testing';
import { z } from 'zod';

const answerShape = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .optional(),
  extensions: z
    .object({
      partenaires: z
        .array(z.object({ partenaire: z.string(), statut: z.string(), dureeMs: z.number() }))
        .optional(),
    })
    .optional(),
});

export type Answer = z.infer<typeof answerShape> & { readonly status: number };

export function readAnswer({ status, body }: GraphqlAnswer): Answer {
  return { status, ...answerShape.parse(body) };
}

export async function ask(
  session: AgentSession,
  query: string,
  variables?: Record<string, unknown>,
): Promise<Answer> {
  return readAnswer(await session.graphql(query, variables));
}

/** As an integrator's program does: a bearer token and nothing else. */
export async function askWithToken(
  platform: Pick<Platform, 'graphql'>,
  token: string | null,
  body: unknown,
): Promise<Answer> {
  const response = await fetch(platform.graphql, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return readAnswer({ status: response.status, body: await response.json() });
}

export const codesOf = (answer: Answer): string[] =>
  (answer.errors ?? []).map((error) => String(error.extensions?.['code']));

export const statutOf = (answer: Answer, partenaire: string): string | undefined =>
  answer.extensions?.partenaires?.find((one) => one.partenaire === partenaire)?.statut;
