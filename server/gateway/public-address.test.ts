import { expect, it } from 'vitest';
import { isPublicAddress } from './public-address.ts';

it.each([
  '8.8.8.8',
  '200.198.192.1',
  '172.15.0.1',
  '172.32.0.1',
  '100.63.0.1',
  '192.1.0.1',
  '2804:14c::1',
  '2001:4860:4860::8888',
  '2a00:1450::1',
])('takes %s for a host of the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.1.2.3',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1%eth0',
  'ff02::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'localhost',
  '1.2.3',
  '0x7f.0.0.1',
  '127.0.0.1.',
  '',
])('takes %s for none', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
