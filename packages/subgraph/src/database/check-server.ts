import type pg from 'pg';

/** `security_invoker` views came with it. */
const OLDEST_VERSION = 150_000;

interface ServerRow {
  version: string;
  utilisateur: string;
  ignore_la_securite: boolean;
}

/**
 * Refuses what would make row-level security a decoration, or our SQL fail later.
 *
 * @throws with a French sentence, shown by `/sante/pret`
 */
export async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<ServerRow>(
    `SELECT current_setting('server_version_num') AS version,
            current_user AS utilisateur,
            (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user)
              AS ignore_la_securite`,
  );
  const server = rows[0];
  if (!server) throw new Error('Le serveur PostgreSQL ne dit pas qui il est.');
  if (Number(server.version) < OLDEST_VERSION) {
    throw new Error('PostgreSQL 15 ou plus récent est nécessaire.');
  }
  if (server.ignore_la_securite) {
    throw new Error(
      `Le rôle PostgreSQL « ${server.utilisateur} » contourne la sécurité par ligne (superutilisateur ou BYPASSRLS). Donnez un rôle ordinaire, propriétaire de sa base.`,
    );
  }
}
