import { portalCodegen } from '@passerelle/portal-kit/codegen';

export default portalCodegen({
  maison: 'Region',
  modeles: ['avenant', 'contribution', 'fiches', 'observations', 'tableur'],
});
