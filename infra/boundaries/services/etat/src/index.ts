export const instance = 'SPER';
