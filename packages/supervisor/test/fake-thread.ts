// A thread of a fake service: ends by itself. A file, because only files load what is preloaded.
setTimeout(() => {}, 10);
