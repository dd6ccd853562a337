#!/usr/bin/env node
// Here and not in dist: the link to the command is made before anything is built.
await import('../dist/main.js');
