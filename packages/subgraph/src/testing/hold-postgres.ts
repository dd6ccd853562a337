import { ensureEmbeddedPostgres, removeEmbeddedPostgres } from '@passerelle/embedded-postgres';

// Holds the PostgreSQL server of a test run until the runner lets go, even by a crash; then nothing of it is left.
const dossier = process.argv[2];
if (!dossier) throw new Error('the folder of the server is missing');
await ensureEmbeddedPostgres({ dossier, port: 0, bases: [] });
process.send?.('ready');
process.once('disconnect', () => {
  void removeEmbeddedPostgres(dossier).then(() => process.exit(0));
});
