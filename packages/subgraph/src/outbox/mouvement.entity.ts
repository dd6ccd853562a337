import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'mouvement' })
export class MouvementEntity {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'text' })
  nature!: string;

  @Column({ type: 'jsonb' })
  charge!: object;
}
