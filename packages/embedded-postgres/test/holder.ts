// A program that holds the database until it is killed: node holder.ts <dossier> <base>
import { ensureEmbeddedPostgres } from '@passerelle/embedded-postgres';

const [dossier = '', base = ''] = process.argv.slice(2);
const postgres = await ensureEmbeddedPostgres({ dossier, port: 0, bases: [base] });
process.stdout.write(`${JSON.stringify({ pid: postgres.pid, url: postgres.url(base) })}\n`);
setInterval(() => {}, 60_000);
