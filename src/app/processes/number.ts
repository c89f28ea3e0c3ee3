/** What the screens know of numbers of processes. */
export { masked, nupVerdict } from '../../process/nup.ts';
