/** What the outbox tells when a session, its decisions or its minutes changed. */
export const MOUVEMENT_SEANCE = 'seance';
