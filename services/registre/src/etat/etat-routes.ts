import type { FastifyInstance } from 'fastify';
import { parse } from '../http/parse.js';
import { dansCanal, placeDePublication } from '../publications/place.js';
import { type ReadEtatDeps, readEtat } from './read-etat.js';
import { readResume } from './read-resume.js';

export function registerEtatRoutes(app: FastifyInstance, deps: ReadEtatDeps): void {
  app.get('/v1/etat', { config: { droit: 'lire-etat' } }, ({ query }) =>
    readEtat(deps, parse(dansCanal, query).canal),
  );
  app.get('/v1/publications/:canal/:numero/resume', { config: { droit: 'lire' } }, ({ params }) =>
    readResume(deps, parse(placeDePublication, params)),
  );
}
