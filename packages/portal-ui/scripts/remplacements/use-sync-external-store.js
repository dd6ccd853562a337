// React has had this hook since version 18. The published shim is CommonJS and calls require(),
// which no browser has: the whole portal would stop at its first line.
export { useSyncExternalStore } from 'react';
