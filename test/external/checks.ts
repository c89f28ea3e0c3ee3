let passed = 0;
let failed = 0;

/** Counts and prints one check; what a tool said is shown where it fails. */
export const check = (title: string, holds: boolean, said = ''): void => {
  if (holds) passed++;
  else failed++;
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${title}`);
  if (!holds && said) console.log(said.trim());
};

/** Prints the closing line and ends the process. */
export const finish = (): never => {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
};
