import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInteger, readNumber, showInteger, showMoney, showNumber } from './brazilian-number.ts';

describe('a number as a person in Brazil writes it', () => {
  it.each([
    ['1.234,56', 1234.56],
    ['1234,56', 1234.56],
    ['50.000', 50000],
    ['1.234.567', 1234567],
    ['0,1', 0.1],
    [' 5,5 ', 5.5],
    ['R$ 50.000,00', 50000],
    ['-3,2', -3.2],
    ['−3,2', -3.2],
    ['007', 7],
    ['-0', 0],
    ['0,000000000000000012', 1.2e-17],
  ])('%s is read', (text, value) => {
    expect(readNumber(text)).toEqual({ ok: true, value });
  });

  it.each([
    '',
    'abc',
    '12a',
    '5.5',
    '1.23',
    '1,2,3',
    '1.2345',
    '12.34.567',
    ',5',
    '5,',
    '1e3',
    '٣',
  ])('“%s” is not a number', (text) => {
    expect(readNumber(text)).toEqual({ ok: false, error: 'not-a-number' });
  });

  it('more digits than a number on the wire keeps are told, not rounded', () => {
    expect(readNumber('9007199254740993')).toEqual({ ok: false, error: 'too-many-digits' });
    expect(readNumber('0,1234567890123456')).toEqual({ ok: false, error: 'too-many-digits' });
  });

  it('where a whole number is wanted, decimals are told apart from text', () => {
    expect(readInteger('1,5')).toEqual({ ok: false, error: 'not-an-integer' });
    expect(readInteger('x')).toEqual({ ok: false, error: 'not-a-number' });
    expect(readInteger('2,00')).toEqual({ ok: true, value: 2 });
  });
});

describe('shown', () => {
  it('with points at the thousands and a comma before the decimals', () => {
    expect(showNumber(1234567.891)).toBe('1.234.567,891');
    expect(showNumber(0.1)).toBe('0,1');
    expect(showMoney(50000)).toBe('50.000,00');
    expect(showMoney(0.125)).toBe('0,125');
  });

  it('years and ids without points', () => {
    expect(showInteger(2024)).toBe('2024');
  });

  it('what is shown is read back as the same number (property)', () => {
    const amounts = fc
      .tuple(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.nat(3))
      .map(([digits, decimals]) => digits / 10 ** decimals);
    fc.assert(
      fc.property(amounts, (value) => {
        const wanted = { ok: true, value: value + 0 };
        expect(readNumber(showNumber(value))).toEqual(wanted);
        expect(readNumber(showMoney(value))).toEqual(wanted);
      }),
      { seed: 20261121 },
    );
  });
});
