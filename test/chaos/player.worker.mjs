// Node 20 does not read TypeScript in a thread unless the thread itself learns to.
import { register } from 'tsx/esm/api';

register();
await import('./player.ts');
