import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Meteo, Visibilite } from '../domain/contribution.js';

@Entity({ name: 'contribution_version' })
export class ContributionVersionEntity {
  @PrimaryColumn({ type: 'text' })
  engagement!: string;

  @PrimaryColumn({ type: 'int' })
  version!: number;

  @Column({ type: 'int' })
  avancement!: number;

  @Column({ type: 'text' })
  meteo!: Meteo;

  @Column({ type: 'text', nullable: true })
  commentaire!: string | null;

  @Column({ type: 'text', nullable: true })
  preuve!: string | null;

  @Column({ type: 'text' })
  visibilite!: Visibilite;

  @Column({ type: 'text' })
  auteur!: string;

  @Column({ name: 'auteur_sujet', type: 'text' })
  auteurSujet!: string;

  @Column({ type: 'boolean' })
  demonstration!: boolean;
}
