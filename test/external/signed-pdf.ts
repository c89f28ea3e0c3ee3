import { check } from './checks.ts';
import { keepChanged } from './scratch.ts';
import { run } from './tools.ts';
import { nssDatabase } from './trusted.ts';

/** A PDF to be judged by poppler and qpdf. */
export interface SignedPdf {
  title: string;
  path: string;
  /** How many of its signatures are ours. */
  signatures: number;
  /** Path of the file before we signed it: what was found in that may be found again. */
  original?: string;
}

interface Opinion {
  signatures: number;
  valid: number;
  trusted: number;
  cades: number;
  /** Whether each signature, in their order, covers the file to its end. */
  whole: boolean[];
  output: string;
}

const pdfsig = (path: string): Opinion => {
  const { output } = run('pdfsig', '-no-ocsp', '-nssdir', nssDatabase, path);
  const count = (text: string) => output.split(text).length - 1;
  return {
    signatures: count('Signature Validation:'),
    valid: count('Signature is Valid'),
    trusted: count('Certificate is Trusted'),
    cades: count('ETSI.CAdES.detached'),
    whole: [...output.matchAll(/(Total|Not total) document signed/g)].map(
      ([, how]) => how === 'Total',
    ),
    output,
  };
};

/** Every signature valid and trusted, ours of PAdES, and the last one over the whole file. */
const accepts = (after: Opinion, before: Opinion | undefined, ours: number): boolean => {
  const all = (before?.signatures ?? 0) + ours;
  const { signatures, valid, trusted, cades, whole } = after;
  return (
    [signatures, valid, trusted, whole.length].every((number) => number === all) &&
    cades === (before?.cades ?? 0) + ours &&
    whole.every((covered, i) => covered === (i === all - 1))
  );
};

/** 0 where qpdf finds nothing, 3 where it warns, 2 where the file is broken. */
const qpdfStatus = (path: string): number => run('qpdf', '--check', path).status;

/**
 * Checks that poppler finds every signature valid, trusted and PAdES, the last one over the whole file; that it refuses them once a byte is
 * changed; and that qpdf finds nothing wrong with the file that it did not find before.
 */
export const judgePdfs = (files: readonly SignedPdf[]): void => {
  files.forEach((file, number) => {
    const opinion = pdfsig(file.path);
    const before = file.original === undefined ? undefined : pdfsig(file.original);
    const accepted = accepts(opinion, before, file.signatures);
    check(`pdfsig accepts ${file.title}`, accepted, opinion.output);
    const changed = pdfsig(keepChanged(file.path, 20, `changed-${number}.pdf`));
    check(`pdfsig refuses ${file.title}, a byte changed`, changed.valid === 0, changed.output);
    const known = file.original === undefined ? 0 : qpdfStatus(file.original);
    const { status, output } = run('qpdf', '--check', file.path);
    check(`qpdf finds nothing new in ${file.title}`, status === 0 || status === known, output);
  });
};
