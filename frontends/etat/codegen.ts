import { portalCodegen } from '@passerelle/portal-kit/codegen';

export default portalCodegen({
  maison: 'Etat',
  modeles: ['avenant', 'contribution', 'fiches', 'observations', 'tableur'],
});
