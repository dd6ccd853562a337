export function joursApres(jour: string, nombre: number): string {
  const date = new Date(`${jour}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + nombre);
  return date.toISOString().slice(0, 10);
}

/** Monday and Sunday of the week of this day. */
export function semaineDe(jour: string): { lundi: string; dimanche: string } {
  const rang = (new Date(`${jour}T00:00:00Z`).getUTCDay() + 6) % 7;
  const lundi = joursApres(jour, -rang);
  return { lundi, dimanche: joursApres(lundi, 6) };
}
