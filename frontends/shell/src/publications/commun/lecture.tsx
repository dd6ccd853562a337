import { Squelette } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { LectureImpossible } from '../../pages/lecture-impossible.js';
import type { LectureDuRegistre } from '../registre/use-registre.js';

/** What a reading gave: its place held, its error said, or its content. */
export function Lecture<T>({
  lecture,
  libelle,
  lignes = 10,
  children,
}: {
  lecture: LectureDuRegistre<T>;
  /** What is being read, for screen readers. */
  libelle: string;
  lignes?: number;
  /** `lueLe`: the present of what is shown. */
  children: (donnees: T, lueLe: Date) => ReactNode;
}): ReactNode {
  const { donnees, lueLe, enCours, erreur, relancer } = lecture;
  return (
    <>
      {enCours && <Squelette libelle={libelle} forme="carte" lignes={lignes} />}
      {erreur !== null && <LectureImpossible erreur={erreur} relancer={relancer} />}
      {donnees !== null && lueLe !== null && children(donnees, lueLe)}
    </>
  );
}
