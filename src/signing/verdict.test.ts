import { expect, it } from 'vitest';
import { verdictOf, verdictOfFile, worstOf } from './verdict.ts';

it('is valid only where nothing speaks against it', () => {
  expect(verdictOf([])).toEqual({ verdict: 'valid', reasons: [] });
});

it('never calls a signature valid whose revocation was not looked at', () => {
  expect(verdictOf(['revocation-unchecked']).verdict).toBe('valid-revocation-unchecked');
});

it('is as bad as the gravest reason, which comes first', () => {
  expect(verdictOf(['revocation-unchecked', 'chain-incomplete', 'digest-mismatch'])).toEqual({
    verdict: 'invalid',
    reasons: ['digest-mismatch', 'chain-incomplete', 'revocation-unchecked'],
  });
});

it('of several signatures the worst speaks for the file', () => {
  expect(worstOf(['valid', 'indeterminate', 'valid-revocation-unchecked'])).toBe('indeterminate');
});

it('a file that could not be read to the end is worth what its fault says', () => {
  expect(verdictOfFile({ fault: 'pdf-broken', signatures: [] })).toBe('invalid');
  expect(verdictOfFile({ fault: 'detached', signatures: [] })).toBe('indeterminate');
});
