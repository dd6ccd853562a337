/** « 10 950,5 » as it is typed; null when it is no number. */
export function nombreSaisi(texte: string): number | null {
  const ecrit = texte.replaceAll(/\s/g, '').replace(',', '.');
  const nombre = Number(ecrit);
  return ecrit !== '' && Number.isFinite(nombre) ? nombre : null;
}
