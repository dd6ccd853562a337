import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Acte, Visibilite } from '../domain/contribution.js';

@Entity({ name: 'contribution_acte' })
export class ContributionActeEntity {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'text' })
  engagement!: string;

  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'text' })
  acte!: Acte;

  @Column({ type: 'text' })
  visibilite!: Visibilite;

  @Column({ type: 'text' })
  auteur!: string;

  @Column({ name: 'auteur_sujet', type: 'text' })
  auteurSujet!: string;

  @Column({ name: 'cle_idempotence', type: 'text', nullable: true })
  cleIdempotence!: string | null;

  @Column({ name: 'empreinte_demande', type: 'text' })
  empreinteDemande!: string;
}
