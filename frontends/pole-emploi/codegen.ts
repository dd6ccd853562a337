import { portalCodegen } from '@passerelle/portal-kit/codegen';

export default portalCodegen({
  maison: 'PoleEmploi',
  modeles: ['avenant', 'contribution', 'fiches', 'observations', 'tableur'],
});
